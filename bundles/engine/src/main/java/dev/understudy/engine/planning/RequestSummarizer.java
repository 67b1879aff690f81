package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.Format;
import dev.understudy.engine.command.FormatChoice;
import dev.understudy.engine.command.ReqValue;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ServeException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes outlines. A value that makes no sense counts as not given here. */
final class RequestSummarizer {

    private final ImageRequest request;
    private final CommandValues settings;

    private RequestSummarizer(ImageRequest request) {
        this.request = request;
        this.settings = CommandValuesByTarget.of(request).global();
    }

    /** The outline of a request. */
    static RequestSummary outline(ImageRequest request) {
        return new RequestSummarizer(request).outline();
    }

    private RequestSummary outline() {
        ReqValue asked = asked();
        ErrorForm form =
                new ErrorForm(asked.syntax(), valueOrNull(Commands.HANDLER), valueOrNull(Commands.ID), asked.charset());
        return new RequestSummary(asked.type(), form, request.catalog(), request.object(), defaultImage(), kept());
    }

    private ReqValue asked() {
        Assignment given = settings.assignment(Commands.REQ);
        ReqValue asked = valueOrNull(Commands.REQ);
        if (asked == null) {
            return given == null ? ReqValue.IMG : ReqValue.guess(given.value());
        }
        return asked;
    }

    private @Nullable DefaultImage defaultImage() {
        Assignment given = settings.assignment(Commands.DEFAULT_IMAGE);
        String object = given == null ? request.catalog().get(Attributes.DEFAULT_IMAGE) : given.value();
        return object.isBlank() ? null : new DefaultImage(object.strip(), given == null);
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        for (Command<?> command : Commands.all()) {
            Assignment given = settings.assignment(command);
            if (given != null && command.is(Trait.KEPT_BY_DEFAULT_IMAGE) && valueOrNull(command) != null) {
                kept.put(command.name(), given.value());
            }
        }
        FormatChoice format = value(Commands.FMT, FormatChoice.JPEG);
        if (format.format() == Format.OTHER || format.pixelType() == FormatChoice.PixelType.CMYK) {
            kept.remove(Commands.FMT.name());
        }
        return kept;
    }

    private <T> T value(Command<T> command, T otherwise) {
        T value = valueOrNull(command);
        return value == null ? otherwise : value;
    }

    private <T> @Nullable T valueOrNull(Command<T> command) {
        try {
            return settings.get(command);
        } catch (ServeException e) {
            // Whoever plans the request in earnest tells it.
            return null;
        }
    }
}
