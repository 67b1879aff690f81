package dev.understudy.engine.planning;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the pixel operations of a layer or of the composite. */
final class OperationPlanner {

    private OperationPlanner() {}

    /** The operations in the order in which they apply. */
    static List<PixelOperation> operations(CommandValues values) throws ServeException {
        List<PixelOperation> operations = new ArrayList<>();
        for (Command<Optional<PixelOperation>> command : Commands.operations()) {
            values.get(command, Optional.empty()).ifPresent(operations::add);
        }
        operations.sort(Comparator.comparing(PixelOperation::stage));
        return operations;
    }
}
