package dev.understudy.engine.render;

/** The memory that work asked for is not free now. Nothing has been done; it is to begin anew when there is room. */
public final class MemoryUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public MemoryUnavailableException() {
        super("no memory free", null, false, false);
    }
}
