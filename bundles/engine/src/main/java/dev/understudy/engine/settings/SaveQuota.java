package dev.understudy.engine.settings;

/**
 * What may be in the folder that a catalog saves in, with all folders below it.
 *
 * @param bytes the most bytes of all files together; 0 for any number
 * @param files the most files; 0 for any number
 */
public record SaveQuota(long bytes, long files) {

    /** The quota that is never used up. */
    public static final SaveQuota NONE = new SaveQuota(0, 0);

    /** Whether there is a limit at all. */
    public boolean limits() {
        return bytes > 0 || files > 0;
    }
}
