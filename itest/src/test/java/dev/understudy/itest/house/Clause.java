package dev.understudy.itest.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One clause of an OSGi header.
 *
 * @param name the package
 * @param parameters attributes and directives, as they stand there
 */
record Clause(String name, String parameters) {

    /** The clauses of a header; commas in quotes do not separate. */
    static List<Clause> parse(@Nullable String header) {
        List<Clause> clauses = new ArrayList<>();
        if (header != null) {
            for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                String[] parts = clause.split(";", 2);
                clauses.add(new Clause(parts[0].strip(), parts.length > 1 ? parts[1] : ""));
            }
        }
        return clauses;
    }

    static Set<String> names(List<Clause> clauses) {
        return clauses.stream().map(Clause::name).collect(Collectors.toSet());
    }
}
