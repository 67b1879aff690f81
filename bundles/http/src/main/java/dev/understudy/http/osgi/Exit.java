package dev.understudy.http.osgi;

/** Ends the process of a server that could not start, if the operator asked for that. */
final class Exit {

    private Exit() {}

    /** Ends the process on a thread of its own, because the end stops this very bundle and waits for it. */
    static void withFailure() {
        new Thread(() -> System.exit(1), "understudy-exit").start();
    }
}
