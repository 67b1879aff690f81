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
 * <p>Source: the reference's pages on textPath, pathAttr, textFlowPath, textFlowXPath and textAngle.
 */
final class TextShapePlanner {

    private TextShapePlanner() {}

    static TextShape shape(CommandValues values) throws ServeException {
        if (!values.has(Commands.TEXT_PS)) {
            return TextShape.BOX;
        }
        PathData path = values.get(Commands.TEXT_PATH);
        PathData area = values.get(Commands.TEXT_FLOW_PATH);
        if (path != null && area != null) {
            throw values.invalid(Commands.TEXT_PATH, "nothing beside textFlowPath=");
        }
        if (path != null) {
            return onPath(path, values);
        }
        double angle = values.get(Commands.TEXT_ANGLE, 0.0) % 360;
        return area == null
                ? new TextShape.InBox(angle, true)
                : new TextShape.InPath(area, values.get(Commands.TEXT_FLOW_X_PATH), angle);
    }

    private static TextShape onPath(PathData path, CommandValues values) throws ServeException {
        PathSection section = values.get(Commands.PATH_ATTR, PathSection.WHOLE);
        if (section.end() > 1 && !path.subpaths().stream().allMatch(PathData.Subpath::closed)) {
            throw values.invalid(Commands.PATH_ATTR, "an end of 1 at most, as textPath= is not closed by Z or z");
        }
        return new TextShape.OnPath(path, section);
    }
}
