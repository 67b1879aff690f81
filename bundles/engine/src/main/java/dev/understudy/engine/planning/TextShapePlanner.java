package dev.understudy.engine.planning;

import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.PathSection;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;

/**
 * Plans where the lines of {@code textPs=} run; those of {@code text=} are in the rectangle of the layer.
 *
 * <p>Source: the reference's pages on textPath and pathAttr.
 */
final class TextShapePlanner {

    private TextShapePlanner() {}

    static TextShape shape(CommandValues values) throws ServeException {
        PathData path = values.get(Commands.TEXT_PATH);
        if (path == null || !values.has(Commands.TEXT_PS)) {
            return TextShape.BOX;
        }
        PathSection section = values.get(Commands.PATH_ATTR, PathSection.WHOLE);
        if (section.end() > 1 && !path.subpaths().stream().allMatch(PathData.Subpath::closed)) {
            throw values.invalid(Commands.PATH_ATTR, "an end of 1 at most, as textPath= is not closed by Z or z");
        }
        return new TextShape.OnPath(path, section);
    }
}
