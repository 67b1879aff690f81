package dev.understudy.engine.gate;

/** One task's place among the {@link FairQueue}, which alone changes it. */
final class QueueEntry {

    /** How far the task is. */
    enum QueuePhase {
        WAITING,
        AT_WORK,
        /** At work, and waiting for another server; its permit is lent. */
        AWAY,
        /** Given up, but still going on. */
        OVERDUE,
        ENDED
    }

    private final TenantQueue tenant;
    private final long number;
    QueuePhase phase = QueuePhase.WAITING;
    /** Bytes that were asked for and not granted; 0 as long as none were asked for. */
    long wanted;
    /** Bytes that are reserved. */
    long held;

    /**
     * @param number the order of arrival
     */
    QueueEntry(TenantQueue tenant, long number) {
        this.tenant = tenant;
        this.number = number;
    }

    TenantQueue tenant() {
        return tenant;
    }

    long number() {
        return number;
    }

    /** Whether memory goes to this task first: to whoever has least of it, then to whoever came first. */
    boolean goesBefore(QueueEntry other) {
        return tenant.held == other.tenant.held ? number < other.number : tenant.held < other.tenant.held;
    }
}
