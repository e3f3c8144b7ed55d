package io.daybook.app.admin;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    NotificationsEndpoint.class,
    StatusEndpoint.class,
    StockAuditEndpoint.class,
    StoreEndpoint.class,
    ViewsEndpoint.class
})
class AdminConfig {}
