package dev.faultline.rca.scene;

import java.util.List;

/// Who calls whom and what stands on what, among the units of a scene; every list ascends.
///
/// @param hosts what a unit runs on
/// @param foundations all that a unit stands on, its hosts among it
/// @param carried what stands on a unit
public record UnitGraph(List<List<Integer>> callees, List<List<Integer>> callers, List<List<Integer>> hosts,
        List<List<Integer>> foundations, List<List<Integer>> carried) {}
