package dev.understudy.shell.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.observe.SourceWarming;
import dev.understudy.shell.command.OperatorCommand;
import dev.understudy.shell.command.WarmCommand;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:warm}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=warm",
            ShellCommand.DESCRIPTION + "=How many sources are kept smaller; has more be kept so"
        })
public final class WarmCommandComponent extends ShellCommand {

    @Activate
    public WarmCommandComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SourceWarming warming,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs) {
        super(new WarmCommand(warming, catalogs));
    }
}
