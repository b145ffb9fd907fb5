package dev.faultline.rca.scene;

import java.util.List;

/// Who calls whom and what runs where, among the units of a scene; every list ascends.
///
/// @param linked units joined by any other relation
public record UnitGraph(List<List<Integer>> callees, List<List<Integer>> callers, List<List<Integer>> hosts, List<List<Integer>> guests,
        List<List<Integer>> linked) {}
