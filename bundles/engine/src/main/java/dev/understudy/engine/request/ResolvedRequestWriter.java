package dev.understudy.engine.request;

import dev.understudy.protocol.syntax.PercentCoding;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a request as it was understood: with macros, modifiers and variables filled in.
 *
 * <p>Source: the reference's page on req=resolve.
 */
public final class ResolvedRequestWriter {

    private ResolvedRequestWriter() {}

    /** The object, and the commands in the order in which they override each other, still encoded. */
    public static String of(ImageRequest request) {
        List<String> modifiers = new ArrayList<>();
        if (request.template() != null) {
            modifiers.add("template=" + PercentCoding.encode(request.template().name()));
        }
        Target target = Target.COMPOSITE;
        for (Assignment assignment : request.assignments()) {
            boolean global = assignment.command().scope().isGlobal();
            if (!global && !assignment.target().equals(target)) {
                target = assignment.target();
                modifiers.add("layer=" + (target.layer() == Target.COMPOSITE_NUMBER ? "comp" : target.layer()));
                if (target.isEffect()) {
                    modifiers.add("effect=" + target.effect());
                }
            }
            modifiers.add(assignment.spelling() + "=" + assignment.raw());
        }
        String object = PercentCoding.encode(request.object().name());
        return modifiers.isEmpty() ? object : object + "?" + String.join("&", modifiers);
    }
}
