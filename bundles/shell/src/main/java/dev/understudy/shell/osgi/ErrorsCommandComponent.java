package dev.understudy.shell.osgi;

import dev.understudy.observe.RecentFailures;
import dev.understudy.shell.command.ErrorsCommand;
import dev.understudy.shell.command.OperatorCommand;
import dev.understudy.shell.text.TimestampFormat;
import java.time.ZoneId;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:errors}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=errors",
            ShellCommand.DESCRIPTION + "=The failures of the last day by code and catalog"
        })
public final class ErrorsCommandComponent extends ShellCommand {

    @Activate
    public ErrorsCommandComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) RecentFailures failures) {
        super(new ErrorsCommand(failures, new TimestampFormat(ZoneId.systemDefault())));
    }
}
