package dev.understudy.source.osgi;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.FileSourceAccess;
import dev.understudy.source.file.RootFolders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.LoggerFactory;

/** Offers the files of the server's root folders. New settings are a new service. */
@Component
public final class FileSourceComponent implements SourceAccess {

    private final SourceAccess files;

    @Activate
    public FileSourceComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) RootFolders roots) {
        roots.announce(LoggerFactory.getLogger("dev.understudy.startup"));
        files = new FileSourceAccess(roots);
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return files.stamp(key);
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        return files.open(key);
    }

    @Override
    public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return files.hasFolder(kind, rootPath);
    }
}
