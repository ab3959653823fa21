package dev.earshot.pipelines.facts;

/** What is known about a post: a version of it, what refers to it, or what it repeats. */
public sealed interface PostEvidence
    permits PostVersion, PostReference, ClusterAssignment, UnmatchedPost {}
