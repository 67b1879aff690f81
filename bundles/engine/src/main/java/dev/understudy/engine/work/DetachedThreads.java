package dev.understudy.engine.work;

import java.security.AccessController;
import java.security.PrivilegedAction;

/** Makes threads that know nothing of whoever makes them. */
public final class DetachedThreads {

    private DetachedThreads() {}

    /**
     * A new daemon. A new thread remembers the class loaders of everyone on the stack of its maker, and would keep bundles that are
     * replaced meanwhile. Being privileged ends the stack here; nothing else does.
     */
    @SuppressWarnings("removal")
    public static Thread daemon(String name, Runnable task) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Thread(null, task, name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(DetachedThreads.class.getClassLoader());
            return thread;
        });
    }
}
