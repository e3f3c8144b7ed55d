package io.daybook.command.catalog;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.MoneyRequest;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.catalog.ProductCommand;
import io.daybook.domain.catalog.ProductCommand.ChangePrice;
import io.daybook.domain.catalog.ProductCommand.ChangeProductDetails;
import io.daybook.domain.catalog.ProductCommand.DelistProduct;
import io.daybook.domain.catalog.ProductRefusal;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wished of products, the same over REST and GraphQL. */
final class ProductWishes {
    private final Commands commands;
    private final Catalogue catalogue;

    ProductWishes(Commands commands, Catalogue catalogue) {
        this.commands = commands;
        this.catalogue = catalogue;
    }

    Done list(@Nullable String id, ListProductRequest body, Asker asker) {
        Sku sku = Form.read("sku", id, Sku::new);
        return send(body.read(sku), body, asker);
    }

    Done describe(@Nullable String id, ProductRequest body, Asker asker) {
        Sku sku = Form.read("sku", id, Sku::new);
        return switch (catalogue.find(sku)) {
            case Product.NotListed _ -> throw new Refused(new ProductRefusal.UnknownProduct(sku));
            case Product.Delisted _ -> throw new Refused(new ProductRefusal.NoLongerListed(sku));
            case Product.Listed now -> send(new ChangeProductDetails(sku, body.over(now.details())), body, asker);
        };
    }

    Done price(@Nullable String id, MoneyRequest body, Asker asker) {
        Sku sku = Form.read("sku", id, Sku::new);
        return send(new ChangePrice(sku, body.readPrice("price")), body, asker);
    }

    Done delist(@Nullable String id, @Nullable String reason, Asker asker) {
        Sku sku = Form.read("sku", id, Sku::new);
        String why = Form.text("reason", reason);
        return send(new DelistProduct(sku, why), why, asker);
    }

    private Done send(ProductCommand command, Object body, Asker asker) {
        String operation = "catalog." + command.getClass().getSimpleName();
        List<Object> asked = List.of(command.sku().value(), body);
        return commands.once(Scope.of(asker, operation), asked, command.sku().value(), command);
    }
}
