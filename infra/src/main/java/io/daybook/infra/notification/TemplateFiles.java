package io.daybook.infra.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.command.notification.NotificationKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where templates come from: a folder of the operator's, and for what is not in it, those that are built in. */
final class TemplateFiles {
    /** The page around every HTML template. */
    static final String LAYOUT = "layout.html";

    private static final String BUILT_IN = "/notifications/";

    private final @Nullable Path folder;

    /** @throws IllegalArgumentException if the folder is none, or a file in it has no template's name */
    TemplateFiles(@Nullable Path folder) {
        this.folder = folder;
        if (folder != null) {
            requireKnownNames(folder);
        }
    }

    static String text(NotificationKind kind) {
        return kind.code() + ".txt";
    }

    static String html(NotificationKind kind) {
        return kind.code() + ".html";
    }

    /** A misspelt name would otherwise be a template that is never used. */
    private static void requireKnownNames(Path folder) {
        Set<String> known = new TreeSet<>(Set.of(LAYOUT));
        for (NotificationKind kind : NotificationKind.values()) {
            known.add(text(kind));
            known.add(html(kind));
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("daybook.notifications.templates.folder: " + folder + " is no folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !known.contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException("daybook.notifications.templates.folder: " + name
                                + " is not the name of a template; those are " + String.join(", ", known));
                    });
        } catch (IOException e) {
            throw new IllegalArgumentException("daybook.notifications.templates.folder: " + folder + " cannot be read");
        }
    }

    /** Empty if there is no such template. */
    Optional<String> find(String name) {
        try {
            if (folder != null && Files.exists(folder.resolve(name))) {
                return Optional.of(Files.readString(folder.resolve(name), UTF_8));
            }
            try (InputStream builtIn = TemplateFiles.class.getResourceAsStream(BUILT_IN + name)) {
                return builtIn == null ? Optional.empty() : Optional.of(new String(builtIn.readAllBytes(), UTF_8));
            }
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("template " + name + " is not written in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name + " cannot be read", e);
        }
    }
}
