package dev.faultline.api.review;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Who and what an incident touches.
///
/// @param services those that suffer, then those that call them, directly or not
/// @param functions applications and business lines that these services belong to
/// @param trafficShare share of all calls of the estate that went to services that suffer; null where no calls are known
/// @param failedShare share of the calls to services that suffer that failed; null where no calls are known
/// @param sampledMinutes how many minutes of the incident were measured
/// @param limits the limits that cut it short, by name
public record Impact(List<AffectedService> services, List<AffectedFunction> functions, @Nullable Double trafficShare,
        @Nullable Double failedShare, int sampledMinutes, List<String> limits) {

    /// A service that suffers, or that calls one.
    ///
    /// @param steps calls between it and what suffers; 0 where it suffers itself
    /// @param calls a minute, where it suffers itself; else 0
    /// @param errors a minute, where it suffers itself; else 0
    public record AffectedService(String ciId, String name, int steps, double calls, double errors) {}

    /// An application or a line of business.
    ///
    /// @param suffers whether a service of it suffers, rather than calls one that does
    public record AffectedFunction(String ciId, String type, String name, @Nullable String owner, boolean suffers) {}
}
