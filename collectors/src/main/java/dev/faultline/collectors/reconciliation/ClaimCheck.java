package dev.faultline.collectors.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.type.CiTypes;

/// Holds a claim against its CI type: values in their stored spelling, and a sentence for each that is refused.
final class ClaimCheck {
    /// How much of a refused value a sentence repeats.
    private static final int SHOWN_LENGTH_MAX = 80;

    private final CiTypes types;
    private final Identities identities;

    ClaimCheck(CiTypes types) {
        this.types = types;
        identities = new Identities(types);
    }

    /// The claim with what its type accepts, or a sentence why nothing of it can be used.
    Result check(Claim claim, String contentHash) {
        var type = types.find(claim.ciType());
        if (type.isEmpty() || type.get().isAbstract()) {
            return new Result.Refused("claim " + claim.key() + " is of the CI type " + claim.ciType()
                    + ", expected " + (type.isEmpty() ? "one that exists" : "one that inherits from it"));
        }
        var problems = new ArrayList<String>();
        var accepted = accept(claim, problems);
        var keys = identities.keys(claim.ciType(), claim.name(), accepted);
        if (keys.isEmpty()) {
            return new Result.Refused("claim " + claim.key() + " of the CI type " + claim.ciType()
                    + " has no values that identify it, expected those of one of its identification rules");
        }
        return new Result.Accepted(new CheckedClaim(claim, accepted, keys, contentHash, List.copyOf(problems)));
    }

    private Map<String, Object> accept(Claim claim, List<String> problems) {
        var definitions = types.attributes(claim.ciType());
        var accepted = new HashMap<String, Object>();
        new TreeMap<>(claim.attributes()).forEach((name, value) -> {
            var definition = Optional.ofNullable(definitions.get(name));
            var spelled = definition.flatMap(known -> known.accept(value));
            spelled.ifPresentOrElse(good -> accepted.put(name, good),
                    () -> problems.add(name + " of claim " + claim.key() + " is " + shorten(value) + ", expected "
                            + definition.map(known -> known.expectation()).orElse("an attribute of " + claim.ciType())));
        });
        return accepted;
    }

    private static String shorten(Object value) {
        var text = value.toString();
        return "\"" + (text.length() <= SHOWN_LENGTH_MAX ? text : text.substring(0, SHOWN_LENGTH_MAX) + "...") + "\"";
    }

    /// A claim of which everything left is valid.
    ///
    /// @param identityKeys identity keys by rule, in order of trust
    record CheckedClaim(Claim claim, Map<String, Object> attributes, SequencedMap<String, String> identityKeys, String contentHash,
            List<String> problems) {
        String key() {
            return claim.key();
        }
    }

    /// What the check says of a claim.
    sealed interface Result {
        /// The claim can be used.
        record Accepted(CheckedClaim claim) implements Result {}

        /// Nothing of the claim can be used, for the reason given.
        record Refused(String reason) implements Result {}
    }
}
