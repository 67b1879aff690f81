package dev.understudy.http.osgi;

/** Ends the process of a server that cannot start. */
final class Exit {

    /** {@code EX_USAGE}, as the start scripts say it too. */
    private static final int CODE = 64;

    private Exit() {}

    /** Ends the process on a thread of its own, because the end stops this very bundle and waits for it. */
    static void withFailure() {
        new Thread(() -> System.exit(CODE), "understudy-exit").start();
    }
}
