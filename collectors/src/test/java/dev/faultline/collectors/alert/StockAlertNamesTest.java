package dev.faultline.collectors.alert;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.graph.symptom.Signal;

import static org.assertj.core.api.Assertions.assertThat;

/// What the alerts mean that everybody has: those of the usual mixins for Prometheus.
class StockAlertNamesTest {

    private final AlertRules rules = AlertRules.defaults();

    @ParameterizedTest
    @CsvSource({"KubePodCrashLooping,ERRORS", "KubePodNotReady,SILENCE", "KubeDeploymentReplicasMismatch,UNKNOWN", "KubeJobFailed,ERRORS",
            "KubeContainerWaiting,UNKNOWN", "KubeHpaMaxedOut,RESOURCE", "KubeCPUOvercommit,RESOURCE", "KubeMemoryOvercommit,RESOURCE",
            "KubeQuotaAlmostFull,RESOURCE", "CPUThrottlingHigh,RESOURCE", "KubePersistentVolumeFillingUp,RESOURCE",
            "KubePersistentVolumeInodesFillingUp,RESOURCE", "KubePersistentVolumeErrors,ERRORS", "KubeClientErrors,ERRORS",
            "KubeClientCertificateExpiration,UNKNOWN", "KubeAPIErrorBudgetBurn,ERRORS", "KubeAggregatedAPIDown,SILENCE",
            "KubeAPITerminatedRequests,ERRORS", "KubeAPIDown,SILENCE", "KubeNodeNotReady,SILENCE", "KubeNodeUnreachable,SILENCE",
            "KubeletTooManyPods,RESOURCE", "KubeletPlegDurationHigh,LATENCY", "KubeletPodStartUpLatencyHigh,LATENCY",
            "KubeletClientCertificateRenewalErrors,ERRORS", "KubeletDown,SILENCE", "KubeSchedulerDown,SILENCE", "KubeProxyDown,SILENCE",
            "KubeVersionMismatch,UNKNOWN"})
    void alertsOfKubernetes(String name, Signal signal) {
        assertThat(signal(name)).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({"NodeFilesystemSpaceFillingUp,RESOURCE", "NodeFilesystemAlmostOutOfSpace,RESOURCE",
            "NodeFilesystemAlmostOutOfFiles,RESOURCE",
            "NodeNetworkReceiveErrs,ERRORS", "NodeNetworkTransmitErrs,ERRORS", "NodeHighNumberConntrackEntriesUsed,RESOURCE",
            "NodeTextFileCollectorScrapeError,ERRORS", "NodeClockSkewDetected,UNKNOWN", "NodeClockNotSynchronising,UNKNOWN",
            "NodeRAIDDegraded,UNKNOWN", "NodeRAIDDiskFailure,ERRORS", "NodeFileDescriptorLimit,RESOURCE", "NodeCPUHighUsage,RESOURCE",
            "NodeSystemSaturation,RESOURCE", "NodeMemoryMajorPagesFaults,RESOURCE", "NodeMemoryHighUtilization,RESOURCE",
            "NodeDiskIOSaturation,RESOURCE", "NodeSystemdServiceFailed,ERRORS", "NodeNetworkInterfaceFlapping,RESOURCE",
            "HostOomKillDetected,RESOURCE", "HostHighCpuLoad,RESOURCE", "HostSwapIsFillingUp,RESOURCE"})
    void alertsOfHosts(String name, Signal signal) {
        assertThat(signal(name)).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({"TargetDown,SILENCE", "InstanceDown,SILENCE", "Watchdog,UNKNOWN", "InfoInhibitor,UNKNOWN",
            "AlertmanagerFailedReload,ERRORS",
            "AlertmanagerMembersInconsistent,UNKNOWN", "AlertmanagerFailedToSendAlerts,ERRORS", "AlertmanagerClusterDown,SILENCE",
            "AlertmanagerClusterCrashlooping,ERRORS", "PrometheusNotificationQueueRunningFull,RESOURCE",
            "PrometheusErrorSendingAlertsToSomeAlertmanagers,ERRORS", "PrometheusNotConnectedToAlertmanagers,SILENCE",
            "PrometheusTSDBReloadsFailing,ERRORS", "PrometheusNotIngestingSamples,SILENCE", "PrometheusRemoteWriteBehind,LATENCY",
            "PrometheusMissingRuleEvaluations,SILENCE", "PrometheusHighQueryLoad,RESOURCE", "BlackboxProbeFailed,ERRORS",
            "BlackboxSlowProbe,LATENCY", "BlackboxSslCertificateWillExpireSoon,UNKNOWN", "BlackboxProbeHttpFailure,ERRORS"})
    void alertsOfMonitors(String name, Signal signal) {
        assertThat(signal(name)).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({"MySQLDown,SILENCE", "MysqlTooManyConnections,RESOURCE", "MysqlHighThreadsRunning,RESOURCE",
            "MysqlSlaveIoThreadNotRunning,SILENCE", "MysqlSlaveReplicationLag,LATENCY", "MysqlSlowQueries,LATENCY",
            "MySQLInnodbDeadlocks,ERRORS", "RedisDown,SILENCE", "RedisMissingMaster,SILENCE", "RedisMissingBackup,UNKNOWN",
            "RedisOutOfSystemMemory,RESOURCE", "RedisOutOfConfiguredMaxmemory,RESOURCE", "RedisTooManyConnections,RESOURCE",
            "RedisRejectedConnections,ERRORS", "RedisReplicationBroken,ERRORS", "etcdMembersDown,SILENCE", "etcdNoLeader,SILENCE",
            "etcdHighFsyncDurations,LATENCY", "etcdGRPCRequestsSlow,LATENCY", "etcdHighNumberOfFailedGRPCRequests,ERRORS",
            "etcdDatabaseQuotaLowSpace,RESOURCE", "CoreDNSLatencyHigh,LATENCY", "CoreDNSErrorsHigh,ERRORS", "KafkaConsumerLag,LATENCY"})
    void alertsOfStores(String name, Signal signal) {
        assertThat(signal(name)).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({"DownstreamLatencyHigh,LATENCY", "DeadlineExceeded,LATENCY", "DeadlockDetected,ERRORS", "SlowDownloads,LATENCY",
            "RateLimitErrors,ERRORS", "HTTP5xxRate_high,ERRORS", "high_request_rate,TRAFFIC", "TrafficDown,TRAFFIC", "P99High,LATENCY",
            "LoadBalancerDown,SILENCE", "NetworkInterfaceDown,SILENCE", "GCPauseLong,RESOURCE", "MarkdownRendererBusy,UNKNOWN",
            "MigrationRunning,UNKNOWN", "UploadsPending,UNKNOWN", "MemberJoined,UNKNOWN"})
    void wordsThatHideInOthersSayNothing(String name, Signal signal) {
        assertThat(signal(name)).isEqualTo(signal);
    }

    private Signal signal(String name) {
        return rules.read(Map.of("alertname", name), Map.of("runbook_url", "https://runbooks.example/errors/memory/down")).signal();
    }
}
