package dev.faultline.graph.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Finds what is wrong with a set of CI types, as sentences.
final class CiTypeCheck {
    /// Properties of a CI's node that are not attributes.
    private static final Set<String> RESERVED = Set.of("id", "type", "name", "validFrom", "validTo", "ciId", "retiredAt",
            "linksChangedAt");
    /// Labels of nodes that are not CIs, and that a type therefore cannot be called.
    private static final Set<String> RESERVED_LABELS = Set.of("Ci", "RetiredCi", "CiVersion", "RelationVersion", "CiType", "Source",
            "Claim", "Run", "Identity", "CallEdge", "CallWindow", "Deployment", "Alert", "Incident", "Ranking", "Cause");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern RELATION_NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private final Map<String, CiType> types = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private CiTypeCheck() {}

    static List<String> problems(Collection<CiType> types) {
        var check = new CiTypeCheck();
        types.forEach(check::collect);
        check.types.values().stream().map(CiType::name).sorted().map(check.types::get).forEach(check::checkParent);
        if (check.problems.isEmpty()) {
            types.forEach(check::checkParts);
        }
        return List.copyOf(check.problems);
    }

    private void collect(CiType type) {
        if (types.put(type.name(), type) != null) {
            problems.add("CI type " + type.name() + " is defined twice, expected once");
        }
        if (!TYPE_NAME.matcher(type.name()).matches() || RESERVED_LABELS.contains(type.name())) {
            problems.add("CI type name \"" + type.name() + "\" cannot be used, expected UpperCamel letters and digits, and none of "
                    + String.join(", ", RESERVED_LABELS.stream().sorted().toList()));
        }
    }

    private void checkParent(CiType type) {
        var seen = new HashSet<String>();
        for (@Nullable
        CiType at = type; at != null && at.parent() != null; at = types.get(at.parent())) {
            if (!seen.add(at.name())) {
                problems.add("CI type " + type.name() + " inherits from itself through " + at.parent() + ", expected a tree");
                return;
            }
        }
        if (type.parent() != null && !types.containsKey(type.parent())) {
            problems.add("CI type " + type.name() + " has the parent " + type.parent() + ", expected a CI type that exists");
        }
    }

    private void checkParts(CiType type) {
        checkAttributes(type);
        var known = new HashSet<String>(Set.of("name"));
        lineage(type).forEach(at -> at.attributes().forEach(attribute -> known.add(attribute.name())));
        for (var rule : type.identification()) {
            rule.attributes().stream().filter(name -> !known.contains(name))
                    .forEach(name -> problems
                            .add("CI type " + type.name() + " is identified by " + name + ", expected one of its attributes"));
        }
        duplicates(type.relations(), RelationType::name)
                .forEach(name -> problems.add("CI type " + type.name() + " has the relation " + name + " twice, expected once"));
        type.relations().forEach(relation -> checkRelation(type, relation, known));
    }

    private void checkAttributes(CiType type) {
        duplicates(type.attributes(), AttributeType::name)
                .forEach(name -> problems.add("CI type " + type.name() + " has the attribute " + name + " twice, expected once"));
        for (var attribute : type.attributes()) {
            if (!ATTRIBUTE_NAME.matcher(attribute.name()).matches() || RESERVED.contains(attribute.name())) {
                problems.add("attribute " + attribute.name() + " of CI type " + type.name()
                        + " cannot be called so, expected lowerCamel letters and digits, and none of "
                        + String.join(", ", RESERVED.stream().sorted().toList()));
            }
            lineage(type).skip(1).flatMap(at -> at.attributes().stream())
                    .filter(inherited -> inherited.name().equals(attribute.name()) && inherited.type() != attribute.type())
                    .forEach(inherited -> problems.add("attribute " + attribute.name() + " of CI type " + type.name() + " is "
                            + attribute.type() + ", expected " + inherited.type() + " as its parent has it"));
        }
    }

    private void checkRelation(CiType type, RelationType relation, Set<String> known) {
        var where = "relation " + relation.name() + " of CI type " + type.name();
        if (!RELATION_NAME.matcher(relation.name()).matches()) {
            problems.add(where + " cannot be called so, expected capital letters, digits and underscores");
        }
        if (relation.targets().isEmpty()) {
            problems.add(where + " has no target, expected at least one CI type");
        }
        relation.targets().stream().filter(target -> !types.containsKey(target))
                .forEach(target -> problems.add(where + " leads to " + target + ", expected a CI type that exists"));
        relation.match().stream().flatMap(match -> match.keySet().stream()).filter(name -> !known.contains(name)).forEach(
                name -> problems.add(where + " is matched by " + name + ", expected one of the attributes of " + type.name()));
        relation.match().stream().filter(match -> relation.targets().stream().noneMatch(target -> identifies(target, match.values())))
                .forEach(match -> problems.add(where + " is matched to " + String.join(", ", match.values())
                        + ", expected the attributes of an identification rule of one of its targets"));
    }

    private boolean identifies(String target, Collection<String> attributes) {
        return Stream.ofNullable(types.get(target)).flatMap(this::lineage).flatMap(type -> type.identification().stream())
                .anyMatch(rule -> Set.copyOf(rule.attributes()).equals(Set.copyOf(attributes)));
    }

    private Stream<CiType> lineage(CiType type) {
        return Stream.iterate(type, at -> at != null, at -> at.parent() == null ? null : types.get(at.parent()));
    }

    private static <T> List<String> duplicates(List<T> items, Function<T, String> name) {
        var seen = new HashSet<String>();
        return items.stream().map(name).filter(each -> !seen.add(each)).toList();
    }
}
