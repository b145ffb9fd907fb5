package dev.faultline.api;

import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.api.webhook.MessageIntake;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.collectors.snmp.SnmpUser;
import dev.faultline.collectors.snmp.TrapReceiver;
import dev.faultline.collectors.syslog.SyslogReceiver;

/// What listens for messages beside HTTP; each only where its port is set.
final class MessageParts {
    private MessageParts() {}

    static void listen(Settings settings, AlertMappings mappings, AlertIntake intake, MeterRegistry meters, Parts parts) {
        if (settings.get(Keys.SYSLOG_PORT) != 0) {
            MessageIntake messages = parts.add(new MessageIntake(SyslogReceiver.INPUT, mappings.of(SyslogReceiver.INPUT), intake, meters));
            parts.add(SyslogReceiver.open(settings.get(Keys.SYSLOG_HOST), settings.get(Keys.SYSLOG_PORT), messages.start()));
        }
        if (settings.get(Keys.SNMP_PORT) != 0) {
            MessageIntake traps = parts.add(new MessageIntake(TrapReceiver.INPUT, mappings.of(TrapReceiver.INPUT), intake, meters));
            parts.add(TrapReceiver.open(settings.get(Keys.SNMP_HOST), settings.get(Keys.SNMP_PORT), trapSenders(settings), traps.start()));
        }
    }

    private static TrapReceiver.Senders trapSenders(Settings settings) {
        Optional<String> community = settings.get(Keys.SNMP_COMMUNITY);
        Optional<String> name = settings.get(Keys.SNMP_USER);
        Optional<String> passphrase = settings.get(Keys.SNMP_AUTHENTICATION_PASSPHRASE);
        if (community.isEmpty() && name.isEmpty()) {
            throw new ApiException("snmp.port is set, but neither snmp.community nor snmp.user is, expected one of them");
        }
        if (name.isPresent() && passphrase.isEmpty()) {
            throw new ApiException("snmp.authentication-passphrase is missing, expected one for the user '" + name.get() + "'");
        }
        SnmpUser user = name.map(each -> new SnmpUser(each, settings.get(Keys.SNMP_AUTHENTICATION), passphrase.orElseThrow(),
                settings.get(Keys.SNMP_PRIVACY), settings.get(Keys.SNMP_PRIVACY_PASSPHRASE).orElse(null))).orElse(null);
        return new TrapReceiver.Senders(community.orElse(null), user);
    }
}
