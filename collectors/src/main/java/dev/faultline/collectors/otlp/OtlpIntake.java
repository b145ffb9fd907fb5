package dev.faultline.collectors.otlp;

import java.util.Optional;

import dev.faultline.collectors.otlp.journal.BodyFormat;

/// Takes requests of OTLP in: what it accepts is durable.
public interface OtlpIntake {

    /// Takes one body, unpacked.
    ///
    /// @throws dev.faultline.collectors.otlp.decode.UndecodableException where it is not what its format says
    IntakeAnswer receive(BodyFormat format, byte[] body);

    /// Why nothing is taken now, or nothing where all is well.
    Optional<String> problem();
}
