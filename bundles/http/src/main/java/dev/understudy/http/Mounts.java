package dev.understudy.http;

/** How a handler says where it wants to be. */
public final class Mounts {

    /**
     * The service property of a {@code org.eclipse.jetty.server.Handler} service that names its mount, such as {@code /is/image}:
     * the handler gets every request whose path is the mount or continues it after a slash. The longest mount wins. An
     * array names several.
     */
    public static final String MOUNT = "mount";

    /** Images. */
    public static final String IMAGE = "/is/image";

    /** Static, non-image content. */
    public static final String CONTENT = "/is/content";

    /** The same content under its other name. */
    public static final String STATIC = "/is/static";

    private Mounts() {}
}
