package dev.understudy.engine.gate;

import dev.understudy.engine.gate.QueueEntry.QueuePhase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose turn it is. Turns go to tenants that have nothing at work; then to those with so few tasks that all of them
 * could be at work at once, so that a flood costs others little; then to the one with the fewest tasks at work. Among equals
 * it is the one whose last turn is longest ago; the tasks of one tenant begin in the order in which they came. While somebody
 * asks for so little, one permit is kept free of floods, for the moment in which the next request comes. Beside the
 * permits for all there is one for a tenant that has nothing or little at work, so that it need not wait for another tenant's
 * tasks to end.
 *
 * <p>Memory is reserved by tasks that have begun and know their needs. A tenant's tasks together get no more than a share of
 * it, so that some is left for another's first; a single work may have all. One that gets none gives its permit back and
 * waits until there is enough; meanwhile those that {@linkplain QueueEntry#goesBefore come after it} get none either, so that
 * large tasks have their turn too.
 *
 * <p>A task that waits for another server lends its permit meanwhile, and keeps its memory. It comes back before any other task begins.
 *
 * <p>A machine of states without threads or clocks. Not safe for threads.
 */
final class FairQueue {

    /** What becomes of a wish for memory. */
    enum MemoryGrant {
        RESERVED,
        /** Not now. */
        LATER,
        /** Not as long as tasks that were given up hold theirs. */
        LOST
    }

    private static final int NOTHING_AT_WORK = 0;
    private static final int LITTLE = 1;
    private static final int MUCH = 2;

    /** For each permit, how many tasks may be away; those beyond wait with their permits, so that there are not any number of threads. */
    private static final int MOST_AWAY = 16;

    /** For how many rounds of all permits it counts that somebody has asked for little. */
    private static final long REMEMBERED_ROUNDS = 2;

    private final WorkLimits limits;
    private final Comparator<TenantQueue> order = Comparator.comparingInt(this::rank)
            .thenComparingInt(tenant -> tenant.atWork)
            .thenComparingLong(tenant -> tenant.lastTurn);
    private final Map<String, TenantQueue> tenants = new HashMap<>();

    private long tickets;
    private long turns;
    /** The last tenant with few tasks that had a turn, and the number of that turn. */
    private String lightTenant = "";

    private long lightTenantTurn = Long.MIN_VALUE / 2;
    private int atWork;
    private int overdue;
    private int away;
    private int returning;
    private long reserved;
    private long lost;

    FairQueue(WorkLimits limits) {
        this.limits = limits;
    }

    /** Adds a task, which waits from now on. */
    QueueEntry queue(String tenantName) {
        TenantQueue tenant = tenants.computeIfAbsent(tenantName, TenantQueue::new);
        QueueEntry entry = new QueueEntry(tenant, ++tickets);
        tenant.add(entry);
        return entry;
    }

    /** Begins the next task, with the memory that it waited for; null when none may begin now. */
    @Nullable
    QueueEntry next() {
        TenantQueue best = null;
        for (TenantQueue tenant : tenants.values()) {
            if ((best == null || order.compare(tenant, best) < 0) && mayBegin(tenant)) {
                best = tenant;
            }
        }
        return best == null ? null : begin(best);
    }

    /** Reserves memory for a task that has begun: {@code bytes} in all. */
    MemoryGrant reserve(QueueEntry entry, long bytes) {
        if (entry.phase != QueuePhase.AT_WORK || bytes > limits.memory() - lost) {
            return MemoryGrant.LOST;
        }
        if (bytes > entry.held && !isRoomFor(entry, bytes)) {
            entry.wanted = bytes;
            return MemoryGrant.LATER;
        }
        hold(entry, Math.max(bytes, entry.held));
        return MemoryGrant.RESERVED;
    }

    /** Has a task that got no memory wait for it. */
    void postpone(QueueEntry entry) {
        leave(entry);
        entry.phase = QueuePhase.WAITING;
        entry.tenant().add(entry);
        tenants.putIfAbsent(entry.tenant().name(), entry.tenant());
    }

    /** Lends the permit of a task that waits for another server; false when it has none, or keeps it. */
    boolean lend(QueueEntry entry) {
        if (entry.phase != QueuePhase.AT_WORK || !mayGoAway(entry.tenant())) {
            return false;
        }
        entry.phase = QueuePhase.AWAY;
        entry.tenant().atWork--;
        entry.tenant().away++;
        atWork--;
        away++;
        return true;
    }

    /** Three quarters of those that may be away are one tenant's at most. */
    private boolean mayGoAway(TenantQueue tenant) {
        int most = MOST_AWAY * limits.permits();
        return away < most && tenant.away < most / 4 * 3;
    }

    /** Takes note that a task is going to ask for its permit until it has it, or asks no more. */
    void returning(boolean begins) {
        returning += begins ? 1 : -1;
    }

    /** Gives a task its permit back; false as long as there is none free. One that has been given up needs none. */
    boolean takeBack(QueueEntry entry) {
        if (entry.phase != QueuePhase.AWAY) {
            return true;
        }
        if (taken() > limits.permits()) {
            return false;
        }
        comeBack(entry);
        entry.phase = QueuePhase.AT_WORK;
        entry.tenant().atWork++;
        atWork++;
        return true;
    }

    private void comeBack(QueueEntry entry) {
        entry.tenant().away--;
        away--;
    }

    /** Gives a task up. One that waits ends; one that is at work may go on, and what it holds is lost until it ends. */
    void giveUp(QueueEntry entry) {
        if (entry.phase == QueuePhase.AT_WORK) {
            entry.phase = QueuePhase.OVERDUE;
            entry.tenant().atWork--;
            entry.tenant().held -= entry.held;
            atWork--;
            overdue++;
            lost += entry.held;
        } else if (entry.phase == QueuePhase.AWAY) {
            entry.phase = QueuePhase.OVERDUE;
            comeBack(entry);
            entry.tenant().held -= entry.held;
            overdue++;
            lost += entry.held;
        } else if (entry.phase == QueuePhase.WAITING) {
            entry.tenant().remove(entry);
            leave(entry);
        }
    }

    /** Ends a task. */
    void end(QueueEntry entry) {
        leave(entry);
    }

    /** Tasks that were given up and go on. */
    int overdue() {
        return overdue;
    }

    /** Tasks that are at work and were not given up. */
    int atWork() {
        return atWork;
    }

    /** Tasks that wait for other servers. */
    int away() {
        return away;
    }

    /** Bytes that are reserved. */
    long reserved() {
        return reserved;
    }

    /** Permits that are taken: given-up tasks count only beyond the number that is replaced. */
    int taken() {
        return atWork + Math.max(0, overdue - limits.maxAbandoned());
    }

    private int rank(TenantQueue tenant) {
        return tenant.atWork + tenant.away == 0 ? NOTHING_AT_WORK : tenant.tasks() <= limits.permits() ? LITTLE : MUCH;
    }

    /** How many permits may be taken when this one is about to begin a task. */
    private int permitsFor(TenantQueue tenant) {
        if (rank(tenant) < MUCH) {
            return limits.permits() + 1;
        }
        boolean othersAreModest =
                !lightTenant.equals(tenant.name()) && turns - lightTenantTurn <= REMEMBERED_ROUNDS * limits.permits();
        return othersAreModest ? Math.max(1, limits.permits() - 1) : limits.permits();
    }

    private boolean mayBegin(TenantQueue tenant) {
        QueueEntry head = tenant.head();
        return head != null
                && taken() + returning < permitsFor(tenant)
                && (head.wanted == 0 || isRoomFor(head, head.wanted));
    }

    private QueueEntry begin(TenantQueue tenant) {
        QueueEntry entry = Objects.requireNonNull(tenant.head());
        tenant.lastTurn = ++turns;
        if (tenant.tasks() <= limits.permits()) {
            lightTenant = tenant.name();
            lightTenantTurn = turns;
        }
        tenant.remove(entry);
        entry.phase = QueuePhase.AT_WORK;
        tenant.atWork++;
        atWork++;
        hold(entry, entry.wanted);
        return entry;
    }

    private boolean isRoomFor(QueueEntry entry, long bytes) {
        boolean alone = entry.tenant().held == entry.held;
        return bytes - entry.held <= (alone ? limits.memory() : limits.memoryOfOne()) - reserved
                && tenants.values().stream().noneMatch(tenant -> isFirstInLine(tenant.head(), entry));
    }

    /** Whether {@code other} waits for memory that it can get, and is to have it before {@code entry}. */
    private boolean isFirstInLine(@Nullable QueueEntry other, QueueEntry entry) {
        return other != null
                && other != entry
                && other.wanted > 0
                && other.wanted <= limits.memory() - lost
                && other.goesBefore(entry);
    }

    private void hold(QueueEntry entry, long bytes) {
        long more = bytes - entry.held;
        entry.held = bytes;
        entry.tenant().held += more;
        reserved += more;
    }

    private void leave(QueueEntry entry) {
        TenantQueue tenant = entry.tenant();
        if (entry.phase == QueuePhase.AT_WORK) {
            tenant.atWork--;
            atWork--;
        } else if (entry.phase == QueuePhase.OVERDUE) {
            overdue--;
            lost -= entry.held;
            tenant.held += entry.held;
        } else if (entry.phase == QueuePhase.AWAY) {
            comeBack(entry);
        }
        hold(entry, 0);
        entry.phase = QueuePhase.ENDED;
        if (tenant.isIdle()) {
            tenants.remove(tenant.name(), tenant);
        }
    }
}
