package dev.understudy.engine.plan;

/** The ways to choose the scale from composite to view; {@code fit=}. */
public enum Fit {
    FIT,
    CONSTRAIN,
    CROP,
    WRAP,
    STRETCH,
    HFIT,
    VFIT
}
