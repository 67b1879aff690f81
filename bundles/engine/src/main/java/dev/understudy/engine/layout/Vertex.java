package dev.understudy.engine.layout;

/** A point of the plane. */
public record Vertex(double x, double y) {}
