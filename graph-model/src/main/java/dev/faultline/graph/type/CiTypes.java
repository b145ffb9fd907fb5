package dev.faultline.graph.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// All CI types with what they inherit: a checked, immutable catalogue.
public final class CiTypes {
    private final Map<String, CiType> types;
    private final Map<String, List<CiType>> lineages;
    private final Map<String, SequencedMap<String, AttributeType>> attributes;

    private CiTypes(Map<String, CiType> types) {
        this.types = types;
        lineages = derive(this::walk);
        attributes = derive(this::merge);
    }

    private <T> Map<String, T> derive(Function<CiType, T> value) {
        return types.values().stream().collect(Collectors.toUnmodifiableMap(CiType::name, value));
    }

    /// The catalogue of these types; fails with every problem in a sentence of its own where they do not fit together.
    public static CiTypes of(Collection<CiType> types) {
        var problems = CiTypeCheck.problems(types);
        if (!problems.isEmpty()) {
            throw new InvalidCiTypes(problems);
        }
        return new CiTypes(types.stream().collect(Collectors.toMap(CiType::name, type -> type, (a, b) -> a, TreeMap::new)));
    }

    /// The catalogue with one type added, or put in the place of the one of its name.
    public CiTypes with(CiType type) {
        var changed = new TreeMap<>(types);
        changed.put(type.name(), type);
        return of(changed.values());
    }

    /// All types in order of name.
    public Collection<CiType> all() {
        return types.values();
    }

    public Optional<CiType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /// The type of that name, which must exist.
    public CiType get(String name) {
        return find(name).orElseThrow(() -> new InvalidCiTypes(List.of("there is no CI type " + name)));
    }

    /// The type and its ancestors, nearest first.
    public List<CiType> lineage(String name) {
        return lineages.getOrDefault(name, List.of());
    }

    /// The labels that a CI of the type carries beside `Ci`: its own name and those of its ancestors.
    public List<String> labels(String name) {
        return lineage(name).stream().map(CiType::name).toList();
    }

    /// Whether a CI of the type is also of the other one, which it is or inherits from.
    public boolean isA(String name, String ancestor) {
        return lineage(name).stream().anyMatch(type -> type.name().equals(ancestor));
    }

    /// The type itself and all that inherit from it.
    public Set<String> descendants(String ancestor) {
        return types.keySet().stream().filter(name -> isA(name, ancestor)).collect(Collectors.toUnmodifiableSet());
    }

    /// The attributes of a type by name, inherited ones first.
    public SequencedMap<String, AttributeType> attributes(String name) {
        return attributes.getOrDefault(name, new LinkedHashMap<>());
    }

    /// The identification rules of a type in order of trust, each with the type that declares it.
    public List<DeclaredRule> identification(String name) {
        return lineage(name).stream()
                .flatMap(type -> type.identification().stream().map(rule -> new DeclaredRule(type.name(), rule))).toList();
    }

    /// The relation of that name which the type declares or inherits.
    public Optional<RelationType> relation(String typeName, String relationName) {
        return relations(typeName).filter(relation -> relation.name().equals(relationName)).findFirst();
    }

    /// The relations of a type, own ones first; an own one hides the inherited one of its name.
    public Stream<RelationType> relations(String typeName) {
        return lineage(typeName).stream().flatMap(type -> type.relations().stream())
                .collect(Collectors.toMap(RelationType::name, relation -> relation, (own, inherited) -> own, LinkedHashMap::new))
                .values().stream();
    }

    /// Whether a relation may lead from a CI of one type to a CI of another.
    public boolean allows(String fromType, String relationName, String toType) {
        return relation(fromType, relationName).filter(relation -> relation.targets().stream().anyMatch(target -> isA(toType, target)))
                .isPresent();
    }

    private List<CiType> walk(CiType type) {
        var lineage = new ArrayList<CiType>();
        for (@Nullable
        CiType at = type; at != null; at = at.parent() == null ? null : types.get(at.parent())) {
            lineage.add(at);
        }
        return List.copyOf(lineage);
    }

    private SequencedMap<String, AttributeType> merge(CiType type) {
        var merged = new LinkedHashMap<String, AttributeType>();
        lineage(type.name()).reversed().forEach(at -> at.attributes().forEach(attribute -> merged.put(attribute.name(), attribute)));
        return merged;
    }

    /// An identification rule and the type that declares it, within which its values tell CIs apart.
    public record DeclaredRule(String type, IdentificationRule rule) {}
}
