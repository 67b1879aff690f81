package dev.understudy.http.osgi;

/** Ends the process of a server that could not start, where the operator asked for that. */
final class Exit {

    private Exit() {}

    /** On a thread of its own, since ending stops this very bundle and waits for it. */
    static void withFailure() {
        new Thread(() -> System.exit(1), "understudy-exit").start();
    }
}
