package io.daybook.infra.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.daybook.command.notification.Notification;
import io.daybook.command.notification.NotificationKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mustache templates, a text per kind and where it is sensible an HTML page too. A text begins with its subject: {@code Subject: …} and
 * an empty line. All are tried out when they are made, on the most and the least that a message can say, so that a template that asks for
 * something that is not there is named at the start and not when the first customer is waiting.
 */
final class Templates {
    private static final String SUBJECT = "Subject: ";

    private final Words words;
    private final Map<NotificationKind, Template> texts = new EnumMap<>(NotificationKind.class);
    private final Map<NotificationKind, Template> pages = new EnumMap<>(NotificationKind.class);
    private final Template layout;

    /** @throws IllegalArgumentException that names the template and what is wrong with it */
    Templates(TemplateProperties properties) {
        words = new Words(properties);
        TemplateFiles files = new TemplateFiles(properties.folder());
        Mustache.Compiler plain = Mustache.compiler().escapeHTML(false).strictSections(true);
        Mustache.Compiler html = Mustache.compiler().escapeHTML(true).strictSections(true);
        layout = compiled(html, TemplateFiles.LAYOUT, files.find(TemplateFiles.LAYOUT))
                .orElseThrow();
        for (NotificationKind kind : NotificationKind.values()) {
            texts.put(
                    kind,
                    compiled(plain, TemplateFiles.text(kind), files.find(TemplateFiles.text(kind)))
                            .orElseThrow());
            compiled(html, TemplateFiles.html(kind), files.find(TemplateFiles.html(kind)))
                    .ifPresent(page -> pages.put(kind, page));
        }
        for (NotificationKind kind : NotificationKind.values()) {
            tryOut(Words.most(kind));
            tryOut(Words.least(kind));
        }
    }

    private void tryOut(Notification sample) {
        if (write(sample).text().isBlank()) {
            throw new IllegalArgumentException("template " + TemplateFiles.text(sample.kind()) + ": it says nothing");
        }
    }

    private static Optional<Template> compiled(Mustache.Compiler compiler, String name, Optional<String> source) {
        try {
            return source.map(compiler::compile);
        } catch (MustacheException e) {
            throw named(name, e);
        }
    }

    /** @throws IllegalArgumentException that names the template and what is wrong with it */
    Letter write(Notification message) {
        NotificationKind kind = message.kind();
        Map<String, @Nullable Object> model = words.of(message);
        String whole = filled(TemplateFiles.text(kind), texts.get(kind), model);
        int end = whole.indexOf('\n');
        if (!whole.startsWith(SUBJECT) || end < 0) {
            throw new IllegalArgumentException(
                    "template " + TemplateFiles.text(kind) + ": its first line must be its subject: " + SUBJECT + "…");
        }
        String subject = whole.substring(SUBJECT.length(), end).strip();
        return new Letter(subject, whole.substring(end).strip() + "\n", page(kind, model, subject));
    }

    private @Nullable String page(NotificationKind kind, Map<String, @Nullable Object> model, String subject) {
        Template page = pages.get(kind);
        if (page == null) {
            return null;
        }
        Map<String, @Nullable Object> around = new HashMap<>(model);
        around.put("subject", subject);
        around.put("content", filled(TemplateFiles.html(kind), page, model));
        return filled(TemplateFiles.LAYOUT, layout, around);
    }

    private static String filled(String name, @Nullable Template template, Map<String, @Nullable Object> model) {
        if (template == null) {
            throw new IllegalStateException("no template " + name);
        }
        try {
            return template.execute(model);
        } catch (MustacheException e) {
            throw named(name, e);
        }
    }

    /** Without its cause: a start that fails tells the innermost, which does not know the template's name. */
    private static IllegalArgumentException named(String name, MustacheException wrong) {
        return new IllegalArgumentException("template " + name + ": " + wrong.getMessage());
    }
}
