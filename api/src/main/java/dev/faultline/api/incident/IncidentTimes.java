package dev.faultline.api.incident;

import java.time.Duration;

import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;

/// How long the loop waits for what.
///
/// @param debounce how long further alerts are awaited before the first is worked on
/// @param tick how long nothing may happen before the loop looks whether anything is due
/// @param evidenceInterval an open incident is ranked again for new evidence alone at most this often
/// @param quiet how long no alert of an incident may fire before it is resolved
/// @param reopen how long after its resolution an incident takes alerts that come back; later ones make a new incident
/// @param binding how long an alert that matches no CI is waited for before it stands for itself
/// @param lead how long before its first symptom the fault of an incident may have begun
/// @param retry how long to wait after a failure, such as a database that is away
public record IncidentTimes(Duration debounce, Duration tick, Duration evidenceInterval, Duration quiet, Duration reopen, Duration binding,
        Duration lead, Duration retry) {
    public static final IncidentTimes DEFAULT = new IncidentTimes(Duration.ofMillis(150), Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofMinutes(2),
            Duration.ofSeconds(1));

    /// An incident is ranked again for new evidence after this part of its age.
    private static final int EVIDENCE_SHARE = 20;

    /// How often an incident of this age is ranked again for evidence that may be new.
    Duration evidenceInterval(Duration age) {
        Duration byAge = age.dividedBy(EVIDENCE_SHARE);
        return byAge.compareTo(evidenceInterval) > 0 ? byAge : evidenceInterval;
    }

    /// The times that the settings ask for.
    public static IncidentTimes of(Settings settings) {
        return new IncidentTimes(DEFAULT.debounce, DEFAULT.tick, DEFAULT.evidenceInterval, settings.get(Keys.INCIDENTS_QUIET),
                settings.get(Keys.INCIDENTS_REOPEN), DEFAULT.binding, settings.get(Keys.RANKING_LEAD), DEFAULT.retry);
    }
}
