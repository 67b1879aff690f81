package dev.understudy.tools.setup;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the tools were built as. */
public final class ToolVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String built = ToolVersion.class.getPackage().getImplementationVersion();
        return new String[] {"understudy-tools " + Objects.requireNonNullElse(built, "(not packaged)")};
    }
}
