package dev.understudy.engine.plan;

/** How the scale from composite to view is chosen; {@code fit=}. */
public enum Fit {
    FIT,
    CONSTRAIN,
    CROP,
    WRAP,
    STRETCH,
    HFIT,
    VFIT
}
