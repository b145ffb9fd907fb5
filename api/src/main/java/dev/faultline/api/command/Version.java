package dev.faultline.api.command;

import picocli.CommandLine.IVersionProvider;

/// The version of the jar that runs.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[]{"faultline " + (version == null ? "(built from source)" : version)};
    }
}
