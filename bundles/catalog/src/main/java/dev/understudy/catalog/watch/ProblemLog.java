package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The problems of the present. Each is logged once, when it is new. */
final class ProblemLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    private volatile List<CatalogProblem> present = List.of();

    /** The problems, newest first. */
    List<CatalogProblem> list() {
        return present;
    }

    /** Replaces the list; what was there before keeps its time. */
    void replace(List<CatalogProblem> found) {
        Map<CatalogProblem, Instant> before = new HashMap<>();
        present.forEach(problem -> before.put(at(problem, Instant.EPOCH), problem.since()));
        present = found.stream()
                .map(problem -> at(problem, before.getOrDefault(at(problem, Instant.EPOCH), problem.since())))
                .distinct()
                .sorted(Comparator.comparing(CatalogProblem::since).reversed())
                .toList();
        present.stream()
                .filter(problem -> !before.containsKey(at(problem, Instant.EPOCH)))
                .forEach(ProblemLog::log);
    }

    private static void log(CatalogProblem problem) {
        if (problem.fatal()) {
            LOG.error("{}", problem);
        } else {
            LOG.warn("{}", problem);
        }
    }

    private static CatalogProblem at(CatalogProblem problem, Instant since) {
        return new CatalogProblem(
                problem.rootId(), problem.file(), problem.line(), problem.message(), problem.fatal(), since);
    }
}
