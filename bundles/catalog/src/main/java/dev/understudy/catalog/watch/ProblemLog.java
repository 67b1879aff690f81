package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The problems of the present. Each is told once, when it is new: on the console, and of very many the rest in the log alone. */
final class ProblemLog {

    /** The log that operators see on the console. */
    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    private static final int ON_CONSOLE = 20;

    private volatile List<CatalogProblem> present = List.of();
    private List<CatalogProblem> lastTimed = List.of();
    private List<CatalogProblem> lastTimeless = List.of();

    /** The problems, newest first. */
    List<CatalogProblem> list() {
        return present;
    }

    /**
     * Replaces the list, unless it is the same as before; what was there before keeps its time.
     *
     * @param timeless problems that were found at no particular time, and count as found now when they are new
     */
    void replace(List<CatalogProblem> timed, List<CatalogProblem> timeless, Instant now) {
        if (timed.equals(lastTimed) && timeless.equals(lastTimeless)) {
            return;
        }
        lastTimed = timed;
        lastTimeless = timeless;
        List<CatalogProblem> all = new ArrayList<>(timed);
        timeless.forEach(problem -> all.add(problem.at(now)));
        replace(all);
    }

    private void replace(List<CatalogProblem> found) {
        Map<CatalogProblem, Instant> before = new HashMap<>();
        present.forEach(problem -> before.put(problem.at(Instant.EPOCH), problem.since()));
        present = found.stream()
                .map(problem -> problem.at(before.getOrDefault(problem.at(Instant.EPOCH), problem.since())))
                .distinct()
                .sorted(Comparator.comparing(CatalogProblem::since).reversed())
                .toList();
        List<CatalogProblem> fresh = present.stream()
                .filter(problem -> !before.containsKey(problem.at(Instant.EPOCH)))
                .sorted(Comparator.comparing(CatalogProblem::state).reversed())
                .toList();
        fresh.stream().limit(ON_CONSOLE).forEach(problem -> tell(STARTUP, problem));
        fresh.stream().skip(ON_CONSOLE).forEach(problem -> tell(LOG, problem));
        if (fresh.size() > ON_CONSOLE) {
            STARTUP.warn("{} more problems of catalogs are in the log", fresh.size() - ON_CONSOLE);
        }
    }

    private static void tell(Logger log, CatalogProblem problem) {
        if (problem.isFatal()) {
            log.error("{}", problem);
        } else {
            log.warn("{}", problem);
        }
    }
}
