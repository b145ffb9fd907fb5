package dev.faultline.rca.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import dev.faultline.graph.topology.TopologyNode;

/// CIs by number and numbers by id; later CIs are kept beside the first ones, so that a refresh copies only these.
final class NodeTable {
    private static final int BYTES_PER_NODE = 120;
    private static final int REBUILD_SHARE = 8;

    private final List<TopologyNode> first;
    private final Map<String, Integer> numbers;
    private final List<TopologyNode> later;
    private final Map<String, Integer> laterNumbers;
    private final Set<String> removed;

    private NodeTable(List<TopologyNode> first, Map<String, Integer> numbers, List<TopologyNode> later,
            Map<String, Integer> laterNumbers, Set<String> removed) {
        this.first = first;
        this.numbers = numbers;
        this.later = later;
        this.laterNumbers = laterNumbers;
        this.removed = removed;
    }

    static NodeTable of(List<TopologyNode> nodes) {
        Map<String, Integer> numbers = HashMap.newHashMap(nodes.size());
        List<TopologyNode> kept = new ArrayList<>(nodes.size());
        for (TopologyNode node : nodes) {
            if (numbers.putIfAbsent(node.id(), kept.size()) == null) {
                kept.add(node);
            }
        }
        return new NodeTable(kept, numbers, List.of(), Map.of(), Set.of());
    }

    /// The table with CIs added (known ids keep their number) and others gone.
    NodeTable with(List<TopologyNode> added, Set<String> gone) {
        if (removed.containsAll(gone) && added.stream().allMatch(this::knows)) {
            return this;
        }
        List<TopologyNode> nodes = new ArrayList<>(later);
        Map<String, Integer> all = new HashMap<>(laterNumbers);
        Set<String> absent = new HashSet<>(removed);
        absent.addAll(gone);
        for (TopologyNode node : added) {
            absent.remove(node.id());
            Integer known = numbers.getOrDefault(node.id(), all.get(node.id()));
            if (known == null) {
                all.put(node.id(), first.size() + nodes.size());
                nodes.add(node);
            } else if (known >= first.size()) {
                nodes.set(known - first.size(), node);
            }
        }
        return new NodeTable(first, numbers, nodes, all, absent);
    }

    /// Whether the CI is there as it is; of the first ones ids count alone.
    private boolean knows(TopologyNode node) {
        OptionalInt number = find(node.id());
        return number.isPresent() && (number.getAsInt() < first.size() || node.equals(node(number.getAsInt())));
    }

    int size() {
        return first.size() + later.size();
    }

    OptionalInt find(String id) {
        if (removed.contains(id)) {
            return OptionalInt.empty();
        }
        Integer number = numbers.getOrDefault(id, laterNumbers.get(id));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    TopologyNode node(int number) {
        return number < first.size() ? first.get(number) : later.get(number - first.size());
    }

    /// Whether so much has come and gone that numbering anew is cheaper than going on.
    boolean isWorn() {
        return later.size() + removed.size() > first.size() / REBUILD_SHARE + REBUILD_SHARE;
    }

    long memoryBytes() {
        long characters = 0;
        for (int i = 0; i < size(); i++) {
            TopologyNode node = node(i);
            characters += node.id().length() + node.name().length();
        }
        return characters + (long) BYTES_PER_NODE * size();
    }
}
