package dev.understudy.engine.gate;

import dev.understudy.engine.gate.Ticket.Phase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose turn it is. Turns go to tenants that have nothing at work; then to those with so few works that all of them
 * could be at work at once, so that a flood costs others little; then to the one with the fewest works at work. Among equals
 * it is the one whose last turn is longest ago; the works of one tenant begin in the order in which they came. While somebody
 * asks for so little, one permit is kept free of floods, for the moment in which the next request comes. Beside the
 * permits for all there is one for a tenant that has nothing or little at work, so that it need not wait for another tenant's
 * works to end.
 *
 * <p>Memory is reserved by works that have begun and know their needs. A tenant's works together get no more than a share of
 * it, so that some is left for another's first; a single work may have all. One that gets none gives its permit back and
 * waits until there is enough; meanwhile those that {@linkplain Ticket#goesBefore come after it} get none either, so that
 * large works have their turn too.
 *
 * <p>A machine of states without threads or clocks. Not safe for threads.
 */
final class Turns {

    /** What becomes of a wish for memory. */
    enum Room {
        RESERVED,
        /** Not now. */
        LATER,
        /** Not as long as works that were given up hold theirs. */
        LOST
    }

    private static final int NOTHING_AT_WORK = 0;
    private static final int LITTLE = 1;
    private static final int MUCH = 2;

    /** For how many rounds of all permits it counts that somebody has asked for little. */
    private static final long REMEMBERED_ROUNDS = 2;

    private final GateLimits limits;
    private final Comparator<Tenant> order = Comparator.comparingInt(this::rank)
            .thenComparingInt(tenant -> tenant.atWork)
            .thenComparingLong(tenant -> tenant.lastTurn);
    private final Map<String, Tenant> tenants = new HashMap<>();

    private long tickets;
    private long turns;
    /** The last tenant with few works that had a turn, and the number of that turn. */
    private String modest = "";

    private long modestTurn = Long.MIN_VALUE / 2;
    private int atWork;
    private int overdue;
    private long reserved;
    private long lost;

    Turns(GateLimits limits) {
        this.limits = limits;
    }

    /** Another work, which waits from now on. */
    Ticket queue(String tenantName) {
        Tenant tenant = tenants.computeIfAbsent(tenantName, Tenant::new);
        Ticket ticket = new Ticket(tenant, ++tickets);
        tenant.add(ticket);
        return ticket;
    }

    /** Begins the next work, with the memory that it waited for; null when none may begin now. */
    @Nullable
    Ticket next() {
        Tenant best = null;
        for (Tenant tenant : tenants.values()) {
            if ((best == null || order.compare(tenant, best) < 0) && mayBegin(tenant)) {
                best = tenant;
            }
        }
        return best == null ? null : begin(best);
    }

    /** Reserves memory for a work that has begun: {@code bytes} in all. */
    Room reserve(Ticket ticket, long bytes) {
        if (ticket.phase != Phase.AT_WORK || bytes > limits.memory() - lost) {
            return Room.LOST;
        }
        if (bytes > ticket.held && !isRoomFor(ticket, bytes)) {
            ticket.wanted = bytes;
            return Room.LATER;
        }
        hold(ticket, Math.max(bytes, ticket.held));
        return Room.RESERVED;
    }

    /** A work that got no memory waits for it. */
    void postpone(Ticket ticket) {
        leave(ticket);
        ticket.phase = Phase.WAITING;
        ticket.tenant().add(ticket);
        tenants.putIfAbsent(ticket.tenant().name(), ticket.tenant());
    }

    /** A work is given up. One that waits ends; one that is at work may go on, and what it holds is lost until it ends. */
    void giveUp(Ticket ticket) {
        if (ticket.phase == Phase.AT_WORK) {
            ticket.phase = Phase.OVERDUE;
            ticket.tenant().atWork--;
            ticket.tenant().held -= ticket.held;
            atWork--;
            overdue++;
            lost += ticket.held;
        } else if (ticket.phase == Phase.WAITING) {
            ticket.tenant().remove(ticket);
            leave(ticket);
        }
    }

    /** A work has ended. */
    void end(Ticket ticket) {
        leave(ticket);
    }

    /** Works that were given up and go on. */
    int overdue() {
        return overdue;
    }

    /** Bytes that are reserved. */
    long reserved() {
        return reserved;
    }

    /** Permits that are taken: given-up works count only beyond the number that is replaced. */
    int taken() {
        return atWork + Math.max(0, overdue - limits.losses());
    }

    private int rank(Tenant tenant) {
        return tenant.atWork == 0 ? NOTHING_AT_WORK : tenant.works() <= limits.permits() ? LITTLE : MUCH;
    }

    /** How many permits may be taken when this one is about to begin a work. */
    private int permitsFor(Tenant tenant) {
        if (rank(tenant) < MUCH) {
            return limits.permits() + 1;
        }
        boolean othersAreModest =
                !modest.equals(tenant.name()) && turns - modestTurn <= REMEMBERED_ROUNDS * limits.permits();
        return othersAreModest ? limits.permits() - 1 : limits.permits();
    }

    private boolean mayBegin(Tenant tenant) {
        Ticket head = tenant.head();
        return head != null && taken() < permitsFor(tenant) && (head.wanted == 0 || isRoomFor(head, head.wanted));
    }

    private Ticket begin(Tenant tenant) {
        Ticket ticket = Objects.requireNonNull(tenant.head());
        tenant.lastTurn = ++turns;
        if (tenant.works() <= limits.permits()) {
            modest = tenant.name();
            modestTurn = turns;
        }
        tenant.remove(ticket);
        ticket.phase = Phase.AT_WORK;
        tenant.atWork++;
        atWork++;
        hold(ticket, ticket.wanted);
        return ticket;
    }

    private boolean isRoomFor(Ticket ticket, long bytes) {
        boolean alone = ticket.tenant().held == ticket.held;
        return bytes - ticket.held <= (alone ? limits.memory() : limits.memoryOfOne()) - reserved
                && tenants.values().stream().noneMatch(tenant -> isFirstInLine(tenant.head(), ticket));
    }

    /** Whether {@code other} waits for memory that it can get, and is to have it before {@code ticket}. */
    private boolean isFirstInLine(@Nullable Ticket other, Ticket ticket) {
        return other != null
                && other != ticket
                && other.wanted > 0
                && other.wanted <= limits.memory() - lost
                && other.goesBefore(ticket);
    }

    private void hold(Ticket ticket, long bytes) {
        long more = bytes - ticket.held;
        ticket.held = bytes;
        ticket.tenant().held += more;
        reserved += more;
    }

    private void leave(Ticket ticket) {
        Tenant tenant = ticket.tenant();
        if (ticket.phase == Phase.AT_WORK) {
            tenant.atWork--;
            atWork--;
        } else if (ticket.phase == Phase.OVERDUE) {
            overdue--;
            lost -= ticket.held;
            tenant.held += ticket.held;
        }
        hold(ticket, 0);
        ticket.phase = Phase.ENDED;
        if (tenant.isIdle()) {
            tenants.remove(tenant.name(), tenant);
        }
    }
}
