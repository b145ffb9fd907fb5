package dev.faultline.api.demo.broker;

/// Who this process is: what its spans carry as resource attributes.
///
/// @param instance name of the instance, the same over restarts
/// @param version the release that it runs
record Identity(String service, String instance, String version, String host, long pid) {}
