package dev.understudy.engine.gate;

/** One work's place among the {@link FairQueue}, which alone change it. */
final class QueueEntry {

    /** How far it is. */
    enum QueuePhase {
        WAITING,
        AT_WORK,
        /** Given up, but still going on. */
        OVERDUE,
        ENDED
    }

    private final TenantQueue tenant;
    private final long number;
    QueuePhase phase = QueuePhase.WAITING;
    /** Bytes that it asked for in vain; 0 as long as it has not asked. */
    long wanted;
    /** Bytes that are reserved for it. */
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

    /** Whether memory goes to this one first: to whoever has least of it, then to who came first. */
    boolean goesBefore(QueueEntry other) {
        return tenant.held == other.tenant.held ? number < other.number : tenant.held < other.tenant.held;
    }
}
