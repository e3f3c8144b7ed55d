package io.daybook.app.imports.job;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipException;

/** Uploaded files and the rejects of their jobs, below the data folder. Jobs run on a node that has their file. */
public final class Spool {
    private final Path folder;

    /**
     * @param folder created when the first file comes
     */
    public Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * @param name below the folder
     * @param hash SHA-256 of the unpacked content, hexadecimal
     */
    public record Spooled(String name, String hash) {}

    /**
     * Keeps the body as it comes, packed or not.
     *
     * @throws UnusableFile if the body begins as gzip and is none
     */
    public Spooled receive(UUID job, InputStream body) throws IOException {
        Files.createDirectories(folder);
        String name = job + ".upload";
        Path file = folder.resolve(name);
        try {
            Files.copy(body, file);
            return new Spooled(name, hashOfUpload(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /** Where the job's rejects are; the folder exists afterwards. */
    public Path rejects(UUID job) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(job + ".rejects.csv");
    }

    private static String hashOfUpload(Path file) throws IOException {
        try {
            return hash(Content.of(file));
        } catch (ZipException | EOFException e) {
            throw new UnusableFile("the file begins as gzip does, but cannot be unpacked: " + e.getMessage());
        }
    }

    private static String hash(Content content) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(content.open(), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
