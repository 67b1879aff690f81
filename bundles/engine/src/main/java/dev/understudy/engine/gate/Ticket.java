package dev.understudy.engine.gate;

/** One work's place among the {@link Turns}, which alone change it. */
final class Ticket {

    /** How far it is. */
    enum Phase {
        WAITING,
        AT_WORK,
        /** Given up, but still going on. */
        OVERDUE,
        ENDED
    }

    private final Tenant tenant;
    private final long number;
    Phase phase = Phase.WAITING;
    /** Bytes that it asked for in vain; 0 as long as it has not asked. */
    long wanted;
    /** Bytes that are reserved for it. */
    long held;

    /**
     * @param number the order of arrival
     */
    Ticket(Tenant tenant, long number) {
        this.tenant = tenant;
        this.number = number;
    }

    Tenant tenant() {
        return tenant;
    }

    long number() {
        return number;
    }

    /** Whether memory goes to this one first: to whoever has least of it, then to who came first. */
    boolean goesBefore(Ticket other) {
        return tenant.held == other.tenant.held ? number < other.number : tenant.held < other.tenant.held;
    }
}
