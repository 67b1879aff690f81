package dev.understudy.engine.gate;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tasks of one tenant, for the {@link FairQueue}. */
final class TenantQueue {

    private final String name;
    private final TreeMap<Long, QueueEntry> waiting = new TreeMap<>();
    int atWork;
    /** Tasks that wait for other servers. */
    int away;
    /** Bytes that the tenant's tasks hold. */
    long held;
    /** The number of the tenant's last turn among those of all; 0 for none. */
    long lastTurn;

    TenantQueue(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Puts a task among those that wait, in the order of arrival. */
    void add(QueueEntry entry) {
        waiting.put(entry.number(), entry);
    }

    void remove(QueueEntry entry) {
        waiting.remove(entry.number());
    }

    /** The task whose turn is next. */
    @Nullable
    QueueEntry head() {
        return waiting.isEmpty() ? null : waiting.firstEntry().getValue();
    }

    /** How many tasks the tenant has, waiting, at work and away. */
    int tasks() {
        return waiting.size() + atWork + away;
    }

    /** Whether nothing needs to be remembered of the tenant. */
    boolean isIdle() {
        return waiting.isEmpty() && atWork == 0 && away == 0 && held == 0;
    }
}
