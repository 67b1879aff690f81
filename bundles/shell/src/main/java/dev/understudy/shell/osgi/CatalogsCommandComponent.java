package dev.understudy.shell.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.shell.command.CatalogsCommand;
import dev.understudy.shell.command.OperatorCommand;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:catalogs}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=catalogs",
            ShellCommand.DESCRIPTION + "=The catalogs, their state and what is wrong with them"
        })
public final class CatalogsCommandComponent extends ShellCommand {

    @Activate
    public CatalogsCommandComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs) {
        super(new CatalogsCommand(catalogs));
    }
}
