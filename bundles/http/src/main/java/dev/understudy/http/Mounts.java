package dev.understudy.http;

/** The service property by which a handler names its mounts, and the mounts of the protocol. */
public final class Mounts {

    /**
     * The service property of a {@code org.eclipse.jetty.server.Handler} service that names its mount, such as {@code /is/image}:
     * the handler gets every request whose path is the mount or continues it after a slash. The longest mount wins. An
     * array names several.
     */
    public static final String MOUNT = "mount";

    /** The mount for images. */
    public static final String IMAGE = "/is/image";

    /** The mount for static, non-image content. */
    public static final String CONTENT = "/is/content";

    /** Another mount for static content. */
    public static final String STATIC = "/is/static";

    private Mounts() {}
}
