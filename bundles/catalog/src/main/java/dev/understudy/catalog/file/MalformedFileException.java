package dev.understudy.catalog.file;

/** A file that cannot be read as what it should be. */
public final class MalformedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    public MalformedFileException(int line, String message) {
        super(message);
        this.diagnostic = new Diagnostic(line, message, true);
    }

    /** Where and why. */
    public Diagnostic finding() {
        return diagnostic;
    }
}
