package dev.understudy.shell.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.serve.ImageService;
import dev.understudy.shell.command.Command;
import dev.understudy.shell.command.ExplainCommand;
import java.time.InstantSource;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code understudy:explain}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + Command.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=explain",
            ShellCommand.DESCRIPTION + "=How a request is understood and what would stand in for it"
        })
public final class ExplainComponent extends ShellCommand {

    @Activate
    public ExplainComponent(@Reference ImageService images, @Reference CatalogService catalogs) {
        super(new ExplainCommand(images, catalogs, InstantSource.system()));
    }
}
