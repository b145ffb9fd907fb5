package dev.faultline.collectors.otlp.span;

import org.jspecify.annotations.Nullable;

/// Who made a span: a service, and the instance of it where the resource names one.
///
/// @param environment empty where the resource has none; services of one name in two environments are two services
/// @param namespace empty where the resource has none
public record Origin(String environment, String namespace, String service, @Nullable Instance instance) {

    /// Whether both are known to be different running things.
    public boolean differsFrom(Origin other) {
        return !sameService(other) || (instance != null && other.instance != null && !instance.id().equals(other.instance.id()));
    }

    public boolean sameService(Origin other) {
        return service.equals(other.service) && namespace.equals(other.namespace) && environment.equals(other.environment);
    }
}
