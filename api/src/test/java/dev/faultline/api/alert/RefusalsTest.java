package dev.faultline.api.alert;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsTest {

    @Test
    void whatIsRefusedIsCountedBySource() {
        var meters = new SimpleMeterRegistry();
        var refusals = new Refusals(meters);

        refusals.count("zabbix", 1, "event_value is missing");
        refusals.count("zabbix", 3, "event_value is missing");
        refusals.count("plain", 1, "name is missing");
        assertThat(meters.counter("faultline.alert.refused", "source", "zabbix").count()).isEqualTo(4);
        assertThat(meters.counter("faultline.alert.refused", "source", "plain").count()).isEqualTo(1);
    }

    @Test
    void aStormIsToldOfOnceAMinute() {
        var nanos = new AtomicLong(17);
        var once = new OnceAMinute(nanos::get);

        assertThat(once.passes()).isTrue();
        assertThat(once.passes()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(once.passes()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(once.passes()).isTrue();
    }
}
