package dev.understudy.itest.faults;

/** What clients have in common. */
final class Clients {

    private Clients() {}

    /** Waits a little between two looks. */
    static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
