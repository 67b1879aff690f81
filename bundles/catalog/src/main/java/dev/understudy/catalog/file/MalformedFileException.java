package dev.understudy.catalog.file;

/** A file that cannot be read as what it should be. */
public final class MalformedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public MalformedFileException(int line, String message) {
        super(message);
        this.finding = new Finding(line, message, true);
    }

    /** Where and why. */
    public Finding finding() {
        return finding;
    }
}
