<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Account</name>
    <message>
        <source>El contrato {0} ya no está en su lista.</source>
        <translation>Contract {0} is no longer in your list.</translation>
    </message>
    <message>
        <source>Titular</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Autorizado</source>
        <translation>Authorised</translation>
    </message>
    <message>
        <source>Solo consulta</source>
        <translation>View only</translation>
    </message>
    <message>
        <source>Contraseña actual</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>Contraseña nueva</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Se agregó el contrato {0}. Sus datos llegan enseguida.</source>
        <translation>Contract {0} was added. Its data arrive right away.</translation>
    </message>
    <message>
        <source>El contrato está dado de baja; solo podrá consultar su historial.</source>
        <translation>The contract has ended; you can only see its history.</translation>
    </message>
    <message>
        <source>La contraseña se cambió correctamente. Las demás sesiones se cerraron.</source>
        <translation>The password was changed. Other sessions were closed.</translation>
    </message>
    <message>
        <source>Nombre de usuario o correo electrónico</source>
        <translation>User name or e-mail address</translation>
    </message>
    <message>
        <source>Instructivo de registro</source>
        <translation>Registration guide</translation>
    </message>
    <message>
        <source>Oficina Virtual</source>
        <translation>Virtual Office</translation>
    </message>
    <message>
        <source>Dato de verificación</source>
        <translation>Verification datum</translation>
    </message>
    <message>
        <source>N° de Contrato (N° de Cuenta)</source>
        <translation>Contract no. (account no.)</translation>
    </message>
    <message>
        <source>Número de documento</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>Nombre y apellido, o razón social</source>
        <translation>Name and surname, or company name</translation>
    </message>
    <message>
        <source>Correo electrónico</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Repetir correo electrónico</source>
        <translation>Repeat e-mail address</translation>
    </message>
    <message>
        <source>Nombre de usuario</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Acepto los términos y condiciones</source>
        <translation>I accept the terms and conditions</translation>
    </message>
    <message>
        <source>Contraseña</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Repetir contraseña</source>
        <translation>Repeat password</translation>
    </message>
    <message>
        <source>al menos {0} caracteres</source>
        <translation>at least {0} characters</translation>
    </message>
    <message>
        <source>una minúscula</source>
        <translation>a lower-case letter</translation>
    </message>
    <message>
        <source>una mayúscula</source>
        <translation>an upper-case letter</translation>
    </message>
    <message>
        <source>un número</source>
        <translation>a digit</translation>
    </message>
    <message>
        <source>un símbolo</source>
        <translation>a symbol</translation>
    </message>
    <message>
        <source>Debe tener {0}.</source>
        <translation>It must have {0}.</translation>
    </message>
    <message>
        <source>No puede contener el nombre de usuario.</source>
        <translation>It must not contain the user name.</translation>
    </message>
    <message>
        <source>Número de una de sus últimas facturas</source>
        <translation>Number of one of your last invoices</translation>
    </message>
    <message>
        <source>Importe total de una de sus últimas facturas</source>
        <translation>Total amount of one of your last invoices</translation>
    </message>
    <message>
        <source>Últimos {0} números del medidor</source>
        <translation>Last {0} digits of the meter</translation>
    </message>
    <message>
        <source>Sirve cualquiera de las últimas {0} facturas.</source>
        <translation>Any of your last {0} invoices will do.</translation>
    </message>
    <message>
        <source>Con la serie, por ejemplo A-0480017.</source>
        <translation>With its series, for example A-0480017.</translation>
    </message>
    <message>
        <source>Con centavos, por ejemplo 1.234,50.</source>
        <translation>With cents, for example 1.234,50.</translation>
    </message>
    <message>
        <source>Están grabados en el frente del medidor y figuran en su factura.</source>
        <translation>They are engraved on the front of the meter and printed on your invoice.</translation>
    </message>
    <message>
        <source>El número de documento no es válido para el tipo seleccionado.</source>
        <translation>The document number is not valid for the chosen type.</translation>
    </message>
    <message>
        <source>De 4 a 40 letras sin acentos, números, puntos, guiones o guiones bajos.</source>
        <translation>4 to 40 letters without accents, digits, dots, hyphens or underscores.</translation>
    </message>
    <message>
        <source>Revise el número: no tiene la forma de un contrato.</source>
        <translation>Check the number: it does not look like a contract.</translation>
    </message>
    <message>
        <source>No pudimos validar los datos ingresados. Revíselos con una factura a mano o consulte en nuestras oficinas.</source>
        <translation>We could not validate the data. Check them with an invoice at hand or ask at our offices.</translation>
    </message>
    <message>
        <source>Este contrato ya está vinculado a su usuario.</source>
        <translation>This contract is already linked to your user.</translation>
    </message>
    <message>
        <source>La contraseña actual no es correcta.</source>
        <translation>The current password is not right.</translation>
    </message>
    <message>
        <source>La nueva contraseña no puede ser igual a la actual.</source>
        <translation>The new password must differ from the current one.</translation>
    </message>
    <message>
        <source>Los términos cambiaron. Léalos nuevamente y acéptelos.</source>
        <translation>The terms changed. Read them again and accept them.</translation>
    </message>
    <message>
        <source>Revise este dato.</source>
        <translation>Check this datum.</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>No tiene contratos vinculados. Agregue uno con su factura a mano.</source>
        <translation>You have no linked contracts. Add one with an invoice at hand.</translation>
    </message>
    <message>
        <source>Para agregar o quitar contratos y cambiar la contraseña hace falta conexión.</source>
        <translation>Adding or removing contracts and changing the password need a connection.</translation>
    </message>
    <message>
        <source>Agregar contrato</source>
        <translation>Add contract</translation>
    </message>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Cambiar contraseña</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>¿Dónde lo encuentro?</source>
        <translation>Where do I find it?</translation>
    </message>
    <message>
        <source>Sin correo</source>
        <translation>No e-mail</translation>
    </message>
    <message>
        <source>Sus datos</source>
        <translation>Your data</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nombre de usuario</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Correo electrónico</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Contratos vinculados</source>
        <translation>Linked contracts</translation>
    </message>
    <message>
        <source>Contraseña</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mi cuenta</source>
        <translation>My account</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Archivo</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Exportar…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>Im&amp;primir…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>Pre&amp;ferencias</source>
        <translation>Pre&amp;ferences</translation>
    </message>
    <message>
        <source>&amp;Ingresar</source>
        <translation>&amp;Sign in</translation>
    </message>
    <message>
        <source>&amp;Cerrar sesión</source>
        <translation>Sign &amp;out</translation>
    </message>
    <message>
        <source>&amp;Salir</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Editar</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Filtrar esta página</source>
        <translation>&amp;Filter this page</translation>
    </message>
    <message>
        <source>&amp;Buscar en todo…</source>
        <translation>&amp;Search everything…</translation>
    </message>
    <message>
        <source>&amp;Ver</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Sincronizar ahora</source>
        <translation>&amp;Sync now</translation>
    </message>
    <message>
        <source>Barra lateral &amp;angosta</source>
        <translation>&amp;Narrow sidebar</translation>
    </message>
    <message>
        <source>&amp;Ir</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Volver</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Cambiar de contrato…</source>
        <translation>&amp;Change contract…</translation>
    </message>
    <message>
        <source>A&amp;yuda</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Ayuda y atajos</source>
        <translation>&amp;Help and shortcuts</translation>
    </message>
    <message>
        <source>&amp;Tema</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>Tema como el &amp;sistema</source>
        <translation>Theme as the &amp;system has it</translation>
    </message>
    <message>
        <source>Tema &amp;claro</source>
        <translation>&amp;Light theme</translation>
    </message>
    <message>
        <source>Tema &amp;oscuro</source>
        <translation>&amp;Dark theme</translation>
    </message>
</context>
<context>
    <name>AgreementColumns</name>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Deuda incluida</source>
        <translation>Debt included</translation>
    </message>
    <message>
        <source>Anticipo</source>
        <translation>Down payment</translation>
    </message>
    <message>
        <source>Cuotas pagas</source>
        <translation>Instalments paid</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Cuota</source>
        <translation>Instalment</translation>
    </message>
    <message>
        <source>Próximo vencimiento</source>
        <translation>Next due date</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Interés</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>IVA s/interés</source>
        <translation>VAT on interest</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>Facturas que incluye</source>
        <translation>Invoices included</translation>
    </message>
    <message>
        <source>Las que están en reclamo o en otro acuerdo no entran.</source>
        <translation>Those in a claim or in another agreement cannot be included.</translation>
    </message>
    <message>
        <source>Anticipo</source>
        <translation>Down payment</translation>
    </message>
    <message>
        <source>Cuotas de la opción {0}</source>
        <translation>Instalments of option {0}</translation>
    </message>
    <message>
        <source>1 cuota</source>
        <translation>1 instalment</translation>
    </message>
    <message>
        <source>{0} cuotas</source>
        <translation>{0} instalments</translation>
    </message>
    <message>
        <source>{0} · venció el {1} · {2}</source>
        <translation>{0} · was due {1} · {2}</translation>
    </message>
    <message>
        <source>{0} · vence el {1} · {2}</source>
        <translation>{0} · due {1} · {2}</translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Detalle del acuerdo</source>
        <translation>Agreement in detail</translation>
    </message>
    <message>
        <source>Pagar cuota</source>
        <translation>Pay instalment</translation>
    </message>
    <message>
        <source>Ver acuerdo</source>
        <translation>See agreement</translation>
    </message>
    <message>
        <source>Constancia de cumplimiento</source>
        <translation>Certificate of completion</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Ver pendientes de envío</source>
        <translation>See what waits to be sent</translation>
    </message>
    <message>
        <source>Ver facturas impagas</source>
        <translation>See unpaid bills</translation>
    </message>
    <message>
        <source>Pagar anticipo</source>
        <translation>Pay down payment</translation>
    </message>
    <message>
        <source>Solicitud</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Deuda incluida</source>
        <translation>Debt included</translation>
    </message>
    <message>
        <source>Anticipo</source>
        <translation>Down payment</translation>
    </message>
    <message>
        <source>Primera cuota</source>
        <translation>First instalment</translation>
    </message>
    <message>
        <source>Cuotas</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>Solicitado el {0}</source>
        <translation>Requested {0}</translation>
    </message>
    <message>
        <source>Facturas incluidas</source>
        <translation>Invoices included</translation>
    </message>
    <message>
        <source>Próxima cuota</source>
        <translation>Next instalment</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Recargo por mora, con IVA</source>
        <translation>Late charge, with VAT</translation>
    </message>
    <message>
        <source>Se financia</source>
        <translation>Financed</translation>
    </message>
    <message>
        <source>Intereses</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>IVA s/intereses</source>
        <translation>VAT on interest</translation>
    </message>
    <message>
        <source>Total del acuerdo</source>
        <translation>Total of the agreement</translation>
    </message>
    <message>
        <source>TNA</source>
        <translation>Nominal yearly rate</translation>
    </message>
    <message>
        <source>{0}, pagado el {1}</source>
        <translation>{0}, paid {1}</translation>
    </message>
    <message>
        <source>Abre la factura en Mis Facturas</source>
        <translation>Opens the invoice in My Invoices</translation>
    </message>
</context>
<context>
    <name>AgreementPapers</name>
    <message>
        <source>Acuerdo de pago {0}</source>
        <translation>Payment agreement {0}</translation>
    </message>
    <message>
        <source>Constancia de cumplimiento {0}</source>
        <translation>Certificate of completion {0}</translation>
    </message>
    <message>
        <source>Simulación de acuerdo de pago</source>
        <translation>Simulation of a payment agreement</translation>
    </message>
</context>
<context>
    <name>AgreementSchedule</name>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Capital {0} · interés {1} · IVA {2}</source>
        <translation>Principal {0} · interest {1} · VAT {2}</translation>
    </message>
    <message>
        <source>pagada el {0}</source>
        <translation>paid {0}</translation>
    </message>
    <message>
        <source>pagó {0}</source>
        <translation>paid {0}</translation>
    </message>
</context>
<context>
    <name>AgreementWords</name>
    <message>
        <source>Pendiente de aceptación</source>
        <translation>Waiting for acceptance</translation>
    </message>
    <message>
        <source>Pendiente de anticipo</source>
        <translation>Waiting for the down payment</translation>
    </message>
    <message>
        <source>Vigente</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Cumplido</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Caído</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>Anulado</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Pendiente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Facturada</source>
        <translation>Billed</translation>
    </message>
    <message>
        <source>Pago parcial</source>
        <translation>Paid in part</translation>
    </message>
    <message>
        <source>Pagada</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Vencida</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Se pagaron todas las cuotas.</source>
        <translation>All instalments were paid.</translation>
    </message>
    <message>
        <source>Quedaron cuotas sin pagar.</source>
        <translation>Instalments were left unpaid.</translation>
    </message>
    <message>
        <source>La empresa no aceptó la solicitud.</source>
        <translation>The utility did not accept the request.</translation>
    </message>
    <message>
        <source>El anticipo no se pagó en plazo y el acuerdo quedó sin efecto.</source>
        <translation>The down payment was not made in time and the agreement lapsed.</translation>
    </message>
    <message>
        <source>Se anuló a su pedido.</source>
        <translation>Cancelled at your request.</translation>
    </message>
    <message>
        <source>Se anuló porque el contrato terminó.</source>
        <translation>Cancelled because the contract ended.</translation>
    </message>
    <message>
        <source>Se anuló porque se había hecho por error.</source>
        <translation>Cancelled because it had been made by mistake.</translation>
    </message>
    <message>
        <source>Se anuló porque ya no quedaba deuda.</source>
        <translation>Cancelled because no debt was left.</translation>
    </message>
    <message>
        <source>Lo anuló la empresa.</source>
        <translation>Cancelled by the utility.</translation>
    </message>
    <message>
        <source>El acuerdo caduca si se acumulan {0} cuotas impagas seguidas, o {1} en total. Entonces la deuda restante se puede exigir entera.</source>
        <translation>The agreement breaks at {0} unpaid instalments in a row, or {1} in all. Then the whole remaining debt can be demanded.</translation>
    </message>
    <message>
        <source>Cuota {0} vencida el {1}. Si acumula {2} cuotas impagas el acuerdo caducará.</source>
        <translation>Instalment {0} was due {1}. At {2} unpaid instalments the agreement breaks.</translation>
    </message>
    <message>
        <source>Ya acumula las cuotas impagas que hacen caducar el acuerdo.</source>
        <translation>The unpaid instalments are enough to break the agreement.</translation>
    </message>
    <message>
        <source>Con una cuota impaga más, el acuerdo caduca.</source>
        <translation>One more unpaid instalment breaks the agreement.</translation>
    </message>
    <message>
        <source>Con {0} cuotas impagas más, el acuerdo caduca.</source>
        <translation>{0} more unpaid instalments break the agreement.</translation>
    </message>
    <message>
        <source>El acuerdo quedará vigente al acreditarse el anticipo de {0}, a más tardar el {1}.</source>
        <translation>The agreement takes effect when the down payment of {0} is credited, by {1} at the latest.</translation>
    </message>
    <message>
        <source>Acuerdo caído el {0}: la deuda restante es exigible.</source>
        <translation>Agreement broken on {0}: the remaining debt is due.</translation>
    </message>
    <message>
        <source>La empresa todavía no respondió. Mientras tanto puede pagar las facturas por separado.</source>
        <translation>The utility has not answered yet. Meanwhile you can pay the invoices one by one.</translation>
    </message>
    <message>
        <source>Respuesta de la empresa: {0}</source>
        <translation>Answer of the utility: {0}</translation>
    </message>
    <message>
        <source>El contrato terminó. Consulte su deuda en una oficina.</source>
        <translation>The contract has ended. Ask about its debt at an office.</translation>
    </message>
    <message>
        <source>Solo el titular del contrato puede solicitar un acuerdo.</source>
        <translation>Only the holder of the contract can request an agreement.</translation>
    </message>
    <message>
        <source>Ya tiene un acuerdo en curso para este contrato. Puede simular, pero no solicitar otro hasta que termine.</source>
        <translation>You have an agreement under way for this contract. You can simulate, but not request another until it ends.</translation>
    </message>
    <message>
        <source>Tiene acuerdos anteriores que cayeron. Para uno nuevo debe ir a una oficina.</source>
        <translation>Earlier agreements of yours were broken. For a new one go to an office.</translation>
    </message>
    <message>
        <source>Elija al menos una factura.</source>
        <translation>Choose at least one invoice.</translation>
    </message>
    <message>
        <source>No puede incluir facturas en reclamo.</source>
        <translation>Invoices in a claim cannot be included.</translation>
    </message>
    <message>
        <source>La factura {0} ya está en un acuerdo.</source>
        <translation>Invoice {0} is already in an agreement.</translation>
    </message>
    <message>
        <source>La factura {0} está paga o su pago está en curso.</source>
        <translation>Invoice {0} is paid or being paid.</translation>
    </message>
    <message>
        <source>La deuda mínima para un acuerdo es {0}.</source>
        <translation>The least debt for an agreement is {0}.</translation>
    </message>
    <message>
        <source>Por el monto de la deuda debe gestionarlo en una oficina.</source>
        <translation>For a debt of this size go to an office.</translation>
    </message>
    <message>
        <source>Elija entre {0} y {1} cuotas.</source>
        <translation>Choose between {0} and {1} instalments.</translation>
    </message>
    <message>
        <source>El anticipo mínimo es {0} ({1}&#xa0;%).</source>
        <translation>The down payment is at least {0} ({1}&#xa0;%).</translation>
    </message>
    <message>
        <source>El anticipo tiene que ser menor que la deuda: hasta {0}.</source>
        <translation>The down payment must be less than the debt: up to {0}.</translation>
    </message>
    <message>
        <source>Cada cuota tiene que ser de {0} o más. Elija menos cuotas.</source>
        <translation>Each instalment must be {0} or more. Choose fewer instalments.</translation>
    </message>
    <message>
        <source>La empresa ya no toma solicitudes de acuerdo por acá.</source>
        <translation>The utility no longer takes agreement requests here.</translation>
    </message>
    <message>
        <source>La simulación valía solo hasta el final de su día. Simule de nuevo y solicítelo.</source>
        <translation>The simulation was good only until the end of its day. Simulate again and request it.</translation>
    </message>
    <message>
        <source>El texto de aceptación cambió. Actualice, lea el nuevo y solicítelo otra vez.</source>
        <translation>The text of acceptance changed. Update, read the new one and request again.</translation>
    </message>
    <message>
        <source>Los importes cambiaron desde la simulación. Actualice y simule de nuevo.</source>
        <translation>The amounts changed since the simulation. Update and simulate again.</translation>
    </message>
    <message>
        <source>La solicitud no se pudo leer. Simule de nuevo y solicítelo.</source>
        <translation>The request could not be read. Simulate again and request it.</translation>
    </message>
    <message>
        <source>La empresa no lo aceptó ({0}).</source>
        <translation>The utility did not accept it ({0}).</translation>
    </message>
</context>
<context>
    <name>AgreementsViewModel</name>
    <message>
        <source>anticipo</source>
        <translation>down payment</translation>
    </message>
    <message>
        <source>La solicitud se está enviando. La empresa le responderá aquí.</source>
        <translation>The request is being sent. The utility will answer here.</translation>
    </message>
    <message>
        <source>Cambió el día: revise las fechas y los importes de nuevo.</source>
        <translation>A new day began: check dates and amounts again.</translation>
    </message>
    <message>
        <source>La empresa no ofrece acuerdos por acá. Consulte en una oficina.</source>
        <translation>The utility does not offer agreements here. Ask at an office.</translation>
    </message>
    <message>
        <source>No tiene facturas impagas para incluir en un acuerdo.</source>
        <translation>You have no unpaid invoices to include in an agreement.</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>¿Le sirvió esta respuesta?</source>
        <translation>Did this answer help?</translation>
    </message>
    <message>
        <source>Sí</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Hacer una pregunta</source>
        <translation>Ask a question</translation>
    </message>
    <message>
        <source>Ir a {0}</source>
        <translation>Go to {0}</translation>
    </message>
    <message>
        <source>Gracias. Nos alegra que le haya servido.</source>
        <translation>Thank you. We are glad it helped.</translation>
    </message>
    <message>
        <source>Gracias por decirlo. Si quiere, pregúntenos y le respondemos.</source>
        <translation>Thank you for telling us. If you like, ask us and we will answer.</translation>
    </message>
    <message>
        <source>Actualizada el {0}</source>
        <translation>Updated on {0}</translation>
    </message>
    <message>
        <source>Respuesta</source>
        <translation>Answer</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Quizás esto responde su pregunta:</source>
        <translation>This may answer your question:</translation>
    </message>
    <message>
        <source>Abrir en Preguntas Frecuentes</source>
        <translation>Open in Frequent Questions</translation>
    </message>
</context>
<context>
    <name>CaseColumns</name>
    <message>
        <source>Sin número todavía</source>
        <translation>No number yet</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Asunto</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ingresada</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Plazo</source>
        <translation>Deadline</translation>
    </message>
</context>
<context>
    <name>CaseDetail</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>Si no está conforme puede recurrir a {0}.</source>
        <translation>If you do not agree you can turn to {0}.</translation>
    </message>
    <message>
        <source>Mientras se resuelve, el importe reclamado ({0}) no será exigible.</source>
        <translation>While it is being decided, the claimed amount ({0}) cannot be demanded.</translation>
    </message>
    <message>
        <source>Mientras se resuelve, el saldo de las facturas reclamadas ({0}) no será exigible.</source>
        <translation>While it is being decided, the balance of the claimed invoices ({0}) cannot be demanded.</translation>
    </message>
    <message>
        <source>Trámite</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Respuesta</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Ingresada</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Resultado</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Facturas</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>Contacto</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>{0} de 5</source>
        <translation>{0} of 5</translation>
    </message>
    <message>
        <source>Su opinión</source>
        <translation>Your opinion</translation>
    </message>
    <message>
        <source>Guardado en este equipo, sin número hasta que se envíe.</source>
        <translation>Kept on this computer, without a number until it is sent.</translation>
    </message>
    <message>
        <source>{0} sin número todavía</source>
        <translation>{0} without a number yet</translation>
    </message>
    <message>
        <source>Respuesta de la empresa</source>
        <translation>Answer of the utility</translation>
    </message>
    <message>
        <source>Ingreso</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Pedido de información: el plazo queda en pausa</source>
        <translation>Request for information: the deadline is paused</translation>
    </message>
    <message>
        <source>Novedad</source>
        <translation>News</translation>
    </message>
    <message>
        <source>Pedido de nueva revisión</source>
        <translation>Request for another review</translation>
    </message>
    <message>
        <source>Dejar sin efecto</source>
        <translation>Withdraw</translation>
    </message>
</context>
<context>
    <name>CaseForms</name>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Asunto</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Mensaje</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Cómo quiere la respuesta</source>
        <translation>How you want the answer</translation>
    </message>
    <message>
        <source>Su mensaje</source>
        <translation>Your message</translation>
    </message>
    <message>
        <source>Tipo de trámite</source>
        <translation>Type of matter</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Qué ocurrió</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Usted es</source>
        <translation>You are</translation>
    </message>
    <message>
        <source>Persona de contacto</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Teléfono de contacto</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>El período termina antes de empezar.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Se pueden reclamar las facturas de los últimos {0} días.</source>
        <translation>Invoices of the last {0} days can be claimed.</translation>
    </message>
    <message>
        <source>{0} · emitida {1} · {2}</source>
        <translation>{0} · issued {1} · {2}</translation>
    </message>
    <message>
        <source>Adjuntos</source>
        <translation>Attachments</translation>
    </message>
</context>
<context>
    <name>CaseListFace</name>
    <message>
        <source>Preguntas y Reclamaciones</source>
        <translation>Questions and Claims</translation>
    </message>
    <message>
        <source>Nueva Pregunta</source>
        <translation>New Question</translation>
    </message>
    <message>
        <source>Nuevo Trámite</source>
        <translation>New Claim</translation>
    </message>
    <message>
        <source>Preguntas y reclamaciones del contrato</source>
        <translation>Questions and claims of the contract</translation>
    </message>
    <message>
        <source>Todas</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Abiertas</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Esperan su respuesta</source>
        <translation>Waiting for your answer</translation>
    </message>
    <message>
        <source>Respondidas</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Terminadas</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Mostrar</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Filtrar</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Tiene una pregunta sin terminar ({0}).</source>
        <translation>You have a question that is not finished ({0}).</translation>
    </message>
    <message>
        <source>Tiene un trámite sin terminar ({0}).</source>
        <translation>You have a claim that is not finished ({0}).</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>No hay un contrato elegido.</source>
        <translation>No contract is chosen.</translation>
    </message>
    <message>
        <source>Elija uno en Inicio para preguntar o reclamar.</source>
        <translation>Choose one in Home to ask or to claim.</translation>
    </message>
    <message>
        <source>La empresa no recibe preguntas ni reclamaciones por acá.</source>
        <translation>The utility does not take questions or claims here.</translation>
    </message>
    <message>
        <source>Puede comunicarse por los medios de atención al cliente.</source>
        <translation>You can use the customer service&apos;s other channels.</translation>
    </message>
    <message>
        <source>Todavía no hay preguntas ni reclamaciones.</source>
        <translation>There are no questions or claims yet.</translation>
    </message>
    <message>
        <source>Cada una recibe su número y el plazo para responderle.</source>
        <translation>Each one gets a number and a deadline for its answer.</translation>
    </message>
    <message>
        <source>Nada coincide con el filtro.</source>
        <translation>Nothing matches the filter.</translation>
    </message>
    <message>
        <source>Pruebe con otro filtro.</source>
        <translation>Try another filter.</translation>
    </message>
    <message>
        <source>Quitar filtros</source>
        <translation>Remove filters</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Pedir otra revisión</source>
        <translation>Ask for another review</translation>
    </message>
    <message>
        <source>Enviar mensaje</source>
        <translation>Send message</translation>
    </message>
    <message>
        <source>¿No está conforme? Díganos por qué.</source>
        <translation>You do not agree? Tell us why.</translation>
    </message>
    <message>
        <source>Agregar un mensaje o documentos</source>
        <translation>Add a message or documents</translation>
    </message>
    <message>
        <source>Constancia</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Expediente</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Cancelar envío</source>
        <translation>Cancel sending</translation>
    </message>
    <message>
        <source>Dejar sin efecto…</source>
        <translation>Withdraw…</translation>
    </message>
    <message>
        <source>Sí, dejarla sin efecto</source>
        <translation>Yes, withdraw it</translation>
    </message>
    <message>
        <source>¿Qué le pareció la respuesta?</source>
        <translation>What did you think of the answer?</translation>
    </message>
    <message>
        <source>{0} de 5</source>
        <translation>{0} of 5</translation>
    </message>
    <message>
        <source>1 mala, 5 muy buena</source>
        <translation>1 bad, 5 very good</translation>
    </message>
    <message>
        <source>Detalle del trámite</source>
        <translation>The matter in detail</translation>
    </message>
</context>
<context>
    <name>CasePapers</name>
    <message>
        <source>Constancia de ingreso</source>
        <translation>Certificate of receipt</translation>
    </message>
    <message>
        <source>N° {0}</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>Constancia {0}.pdf</source>
        <translation>Certificate {0}.pdf</translation>
    </message>
    <message>
        <source>Expediente</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Expediente {0}.pdf</source>
        <translation>File {0}.pdf</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Pregunta</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Reclamación</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Ingresada</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>En análisis</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Espera su respuesta</source>
        <translation>Waiting for your answer</translation>
    </message>
    <message>
        <source>En inspección</source>
        <translation>Being inspected</translation>
    </message>
    <message>
        <source>Respondida</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Reabierta</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>Cerrada</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Duplicada</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>En el regulador</source>
        <translation>With the regulator</translation>
    </message>
    <message>
        <source>Procedente</source>
        <translation>Upheld</translation>
    </message>
    <message>
        <source>Improcedente</source>
        <translation>Dismissed</translation>
    </message>
    <message>
        <source>No gestionable</source>
        <translation>Cannot be handled</translation>
    </message>
    <message>
        <source>Debíamos responder antes del {0} y seguimos sin hacerlo.</source>
        <translation>We should have answered before {0} and still have not.</translation>
    </message>
    <message>
        <source>Reclamación ingresada. N° {0}. Responderemos antes del {1}.</source>
        <translation>Claim received. No. {0}. We will answer by {1}.</translation>
    </message>
    <message>
        <source>La estamos analizando. Responderemos antes del {1}.</source>
        <translation>We are reviewing it. We will answer by {1}.</translation>
    </message>
    <message>
        <source>Haremos una inspección en el lugar. Responderemos antes del {1}.</source>
        <translation>We will inspect on the spot. We will answer by {1}.</translation>
    </message>
    <message>
        <source>La revisamos otra vez. Responderemos antes del {1}.</source>
        <translation>We are reviewing it again. We will answer by {1}.</translation>
    </message>
    <message>
        <source>Está en el organismo regulador, con el N° {0}.</source>
        <translation>It is with the regulator, as no. {0}.</translation>
    </message>
    <message>
        <source>Este trámite terminó.</source>
        <translation>This matter is closed.</translation>
    </message>
    <message>
        <source>Usted la dejó sin efecto.</source>
        <translation>You withdrew it.</translation>
    </message>
    <message>
        <source>Ya estaba ingresada con otro número.</source>
        <translation>It had already been received under another number.</translation>
    </message>
    <message>
        <source>Pregunta ingresada. N° {0}. Responderemos antes del {1}.</source>
        <translation>Question received. No. {0}. We will answer by {1}.</translation>
    </message>
    <message>
        <source>Necesitamos más información antes del {0}; de lo contrario se cerrará.</source>
        <translation>We need more information by {0}; otherwise it will be closed.</translation>
    </message>
    <message>
        <source>Respondimos. Si no está conforme, puede pedir que se revise hasta el {0}.</source>
        <translation>We answered. If you do not agree, you can ask for a review until {0}.</translation>
    </message>
    <message>
        <source>Respondimos. La respuesta está abajo.</source>
        <translation>We answered. The answer is below.</translation>
    </message>
    <message numerus="yes">
        <source>En pausa: quedan %n días hábiles</source>
        <translation>
            <numerusform>Paused: %n working day left</numerusform>
            <numerusform>Paused: %n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Venció hace %n días hábiles</source>
        <translation>
            <numerusform>Was due %n working day ago</numerusform>
            <numerusform>Was due %n working days ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Vence hoy</source>
        <translation>Due today</translation>
    </message>
    <message numerus="yes">
        <source>Quedan %n días hábiles</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
    <message numerus="yes">
        <source>%n días hábiles</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>Usted</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Facturas</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>Concepto que objeta</source>
        <translation>Item you object to</translation>
    </message>
    <message>
        <source>Importe reclamado</source>
        <translation>Amount claimed</translation>
    </message>
    <message>
        <source>Lectura del medidor</source>
        <translation>Meter reading</translation>
    </message>
    <message>
        <source>Fecha de la lectura</source>
        <translation>Date of the reading</translation>
    </message>
    <message>
        <source>Desde</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Qué ocurre con el medidor</source>
        <translation>What is wrong with the meter</translation>
    </message>
    <message>
        <source>Fecha del hecho</source>
        <translation>Date of the event</translation>
    </message>
    <message>
        <source>Quién lo atendió</source>
        <translation>Who attended you</translation>
    </message>
    <message>
        <source>Nombre de la persona, si lo sabe</source>
        <translation>The person&apos;s name, if you know it</translation>
    </message>
    <message>
        <source>Número del medidor instalado</source>
        <translation>Number of the installed meter</translation>
    </message>
    <message>
        <source>Número de la solicitud o del pago</source>
        <translation>Number of the request or the payment</translation>
    </message>
    <message>
        <source>Cuenta bancaria para la devolución</source>
        <translation>Bank account for the refund</translation>
    </message>
    <message>
        <source>Comprobante de pago</source>
        <translation>Proof of payment</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Factura de la reparación</source>
        <translation>Repair invoice</translation>
    </message>
    <message>
        <source>Ya existe una reclamación abierta por esta factura (N° {0}).</source>
        <translation>There is already an open claim about this invoice (no. {0}).</translation>
    </message>
    <message>
        <source>La factura supera el plazo para reclamar ({0} días).</source>
        <translation>The invoice is past the time for claims ({0} days).</translation>
    </message>
    <message>
        <source>El archivo supera {0} MB.</source>
        <translation>The file is larger than {0} MB.</translation>
    </message>
    <message>
        <source>El plazo para pedir otra revisión terminó el {0}.</source>
        <translation>The time to ask for another review ended {0}.</translation>
    </message>
    <message>
        <source>La empresa no la aceptó ({0}). Consulte en atención al cliente.</source>
        <translation>The utility did not accept it ({0}). Ask customer service.</translation>
    </message>
    <message>
        <source>Una de las opciones ya no está disponible. Elíjala de nuevo.</source>
        <translation>One of the options is no longer available. Choose again.</translation>
    </message>
    <message>
        <source>El texto es más corto o más largo de lo permitido.</source>
        <translation>The text is shorter or longer than allowed.</translation>
    </message>
    <message>
        <source>Falta un dato que este trámite necesita.</source>
        <translation>A datum that this matter needs is missing.</translation>
    </message>
    <message>
        <source>Uno de los datos no tiene la forma esperada.</source>
        <translation>One of the data does not have the expected form.</translation>
    </message>
    <message>
        <source>La empresa no recibe trámites por este medio.</source>
        <translation>The utility does not take these matters here.</translation>
    </message>
    <message>
        <source>La factura no es de este contrato.</source>
        <translation>The invoice is not of this contract.</translation>
    </message>
    <message>
        <source>Ese trámite no es de este contrato.</source>
        <translation>That matter is not of this contract.</translation>
    </message>
    <message>
        <source>Falta la declaración de veracidad.</source>
        <translation>The declaration of truth is missing.</translation>
    </message>
    <message>
        <source>Falta adjuntar un documento.</source>
        <translation>A document is missing.</translation>
    </message>
    <message>
        <source>La fecha no puede ser futura.</source>
        <translation>The date cannot be in the future.</translation>
    </message>
    <message>
        <source>El período termina antes de empezar.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Hay más archivos de los permitidos.</source>
        <translation>There are more files than allowed.</translation>
    </message>
    <message>
        <source>Ese trámite ya terminó. Si hace falta, ingrese uno nuevo.</source>
        <translation>That matter is closed. If needed, start a new one.</translation>
    </message>
    <message>
        <source>Ese trámite todavía no tiene respuesta.</source>
        <translation>That matter has no answer yet.</translation>
    </message>
    <message>
        <source>Ese trámite ya se revisó una vez más.</source>
        <translation>That matter was already reviewed once more.</translation>
    </message>
    <message>
        <source>Ya nos dio su opinión sobre este trámite.</source>
        <translation>You already gave your opinion on this matter.</translation>
    </message>
</context>
<context>
    <name>ChoiceControl</name>
    <message>
        <source>Elija…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <source>Guardar recordatorio…</source>
        <translation>Save reminder…</translation>
    </message>
    <message>
        <source>Hacer una pregunta</source>
        <translation>Ask a question</translation>
    </message>
</context>
<context>
    <name>ColumnFace</name>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ComposeFace</name>
    <message>
        <source>Nueva Pregunta</source>
        <translation>New Question</translation>
    </message>
    <message>
        <source>Nuevo Trámite</source>
        <translation>New Claim</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Enviar pregunta</source>
        <translation>Send question</translation>
    </message>
    <message>
        <source>Enviar trámite</source>
        <translation>Send claim</translation>
    </message>
    <message>
        <source>Sí, vaciar el formulario</source>
        <translation>Yes, empty the form</translation>
    </message>
    <message>
        <source>Vaciar el formulario</source>
        <translation>Clear the form</translation>
    </message>
    <message>
        <source>Recuperamos lo que estaba completando ({0}).</source>
        <translation>What you were filling in is here again ({0}).</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Según el tipo y el motivo le pedimos lo que hace falta.</source>
        <translation>Depending on the type and the reason, we ask for what is needed.</translation>
    </message>
    <message numerus="yes">
        <source>Responderemos en %n días hábiles.</source>
        <translation>
            <numerusform>We will answer within %n working day.</numerusform>
            <numerusform>We will answer within %n working days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mientras se resuelve, las facturas reclamadas no serán exigibles.</source>
        <translation>While it is being decided, the claimed invoices cannot be demanded.</translation>
    </message>
    <message>
        <source>Sin conexión: quedará guardado en este equipo, sin número hasta que se envíe.</source>
        <translation>No connection: it will be kept on this computer, without a number until it is sent.</translation>
    </message>
</context>
<context>
    <name>ContractButton</name>
    <message>
        <source>vencido</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>a vencer</source>
        <translation>to fall due</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Up to date</translation>
    </message>
</context>
<context>
    <name>ContractHead</name>
    <message>
        <source>Contrato</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>To fall due</translation>
    </message>
    <message>
        <source>Vence</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>ContractPicker</name>
    <message>
        <source>Buscar contrato</source>
        <translation>Find a contract</translation>
    </message>
</context>
<context>
    <name>ContractWords</name>
    <message>
        <source>Contrato {0}</source>
        <translation>Contract {0}</translation>
    </message>
    <message>
        <source>Activo</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Pendiente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Cortado</source>
        <translation>Cut off</translation>
    </message>
    <message>
        <source>Baja</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>Gas</translation>
    </message>
    <message>
        <source>Agua</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>Electricidad</source>
        <translation>Electricity</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Algo falló</source>
        <translation>Something failed</translation>
    </message>
    <message>
        <source>La aplicación tuvo un error.</source>
        <translation>The app had an error.</translation>
    </message>
    <message>
        <source>Los datos guardados no se tocaron y puede seguir usando la aplicación. Si se repite, copie el detalle y envíelo a atención al cliente: no contiene datos personales.</source>
        <translation>The data kept were not touched and you can go on using the app. If it happens again, copy the details and send them to customer service: they contain no personal data.</translation>
    </message>
    <message>
        <source>Detalle del error</source>
        <translation>Details of the error</translation>
    </message>
    <message>
        <source>Copiar detalle</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Copiado</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>DayControl</name>
    <message>
        <source>dd/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Elegir en el calendario: {0}</source>
        <translation>Choose in the calendar: {0}</translation>
    </message>
</context>
<context>
    <name>DeliveryForm</name>
    <message>
        <source>¿Cómo quiere recibir la factura?</source>
        <translation>How do you want to receive the invoice?</translation>
    </message>
    <message>
        <source>Dirección postal</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Si la deja vacía se envía a {0}.</source>
        <translation>If you leave it empty it goes to {0}.</translation>
    </message>
    <message>
        <source>Correo electrónico</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Segundo correo</source>
        <translation>Second e-mail</translation>
    </message>
    <message>
        <source>Recibe una copia de cada factura.</source>
        <translation>Gets a copy of each invoice.</translation>
    </message>
    <message>
        <source>Acepto las condiciones (versión {0})</source>
        <translation>I accept the conditions (version {0})</translation>
    </message>
    <message>
        <source>Le enviaremos un correo para confirmar la dirección. {0}</source>
        <translation>We will send an e-mail to confirm the address. {0}</translation>
    </message>
    <message>
        <source>Cada factura en papel tiene un costo de {0}.</source>
        <translation>Each paper invoice costs {0}.</translation>
    </message>
    <message>
        <source>La factura se envía {0} días antes de su vencimiento, o más.</source>
        <translation>The invoice is sent {0} days before it is due, or more.</translation>
    </message>
    <message>
        <source>La primera llega también en papel.</source>
        <translation>The first one also comes on paper.</translation>
    </message>
    <message>
        <source>Las primeras {0} llegan también en papel.</source>
        <translation>The first {0} also come on paper.</translation>
    </message>
</context>
<context>
    <name>DeliveryPage</name>
    <message>
        <source>Solicitar cambio</source>
        <translation>Request change</translation>
    </message>
    <message>
        <source>Cambios anteriores</source>
        <translation>Earlier changes</translation>
    </message>
    <message>
        <source>Historia del envío de la factura</source>
        <translation>History of how the invoice was sent</translation>
    </message>
    <message>
        <source>Constancia de adhesión</source>
        <translation>Certificate of enrolment</translation>
    </message>
    <message>
        <source>Solicitar factura electrónica</source>
        <translation>Request e-invoice</translation>
    </message>
    <message>
        <source>No hay un contrato elegido.</source>
        <translation>No contract is chosen.</translation>
    </message>
    <message>
        <source>Elija uno en Inicio para pedir la factura electrónica.</source>
        <translation>Choose one in Home to request the e-invoice.</translation>
    </message>
    <message>
        <source>La empresa no ofrece este cambio por acá.</source>
        <translation>The utility does not offer this change here.</translation>
    </message>
    <message>
        <source>Las facturas siguen llegando como hasta ahora y están en Mis Facturas.</source>
        <translation>Invoices go on coming as before and are in My Invoices.</translation>
    </message>
    <message>
        <source>Ver facturas</source>
        <translation>See invoices</translation>
    </message>
    <message>
        <source>Enviar el correo de nuevo</source>
        <translation>Send the e-mail again</translation>
    </message>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>DeliveryRows</name>
    <message>
        <source>Pedido el</source>
        <translation>Requested on</translation>
    </message>
    <message>
        <source>Envío</source>
        <translation>Sent by</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Desde la factura de</source>
        <translation>From the invoice of</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>DeliveryTelling</name>
    <message>
        <source>No aceptada: {0}</source>
        <translation>Not accepted: {0}</translation>
    </message>
    <message>
        <source>Hoy la recibe</source>
        <translation>Today you receive it</translation>
    </message>
    <message>
        <source>Vigente desde el {0}</source>
        <translation>In force since {0}</translation>
    </message>
    <message>
        <source>Desde la factura de</source>
        <translation>From the invoice of</translation>
    </message>
    <message>
        <source>Desde la factura de {0}</source>
        <translation>From the invoice of {0}</translation>
    </message>
    <message>
        <source>{0} · {1} correos rechazados</source>
        <translation>{0} · {1} e-mails bounced</translation>
    </message>
    <message>
        <source>{0} · un correo rechazado</source>
        <translation>{0} · one e-mail bounced</translation>
    </message>
</context>
<context>
    <name>DeliveryViewModel</name>
    <message>
        <source>Constancia de adhesión</source>
        <translation>Certificate of enrolment</translation>
    </message>
    <message>
        <source>Constancia de factura electrónica {0}.pdf</source>
        <translation>E-invoice certificate {0}.pdf</translation>
    </message>
    <message>
        <source>N° {0}</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>El contrato está dado de baja y ya no recibe facturas.</source>
        <translation>The contract has ended and gets no more invoices.</translation>
    </message>
    <message>
        <source>Su usuario puede consultar este contrato, pero no pedir cambios.</source>
        <translation>Your user can view this contract, but not request changes.</translation>
    </message>
    <message>
        <source>Recuperamos lo que estaba completando ({0}).</source>
        <translation>What you were filling in is here again ({0}).</translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>Por mail</source>
        <translation>By e-mail</translation>
    </message>
    <message>
        <source>En papel</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Falta confirmar el correo</source>
        <translation>E-mail to be confirmed</translation>
    </message>
    <message>
        <source>Desde la próxima factura</source>
        <translation>From the next invoice</translation>
    </message>
    <message>
        <source>Vigente</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Reemplazada</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Suspendida por rechazos</source>
        <translation>Suspended after bounces</translation>
    </message>
    <message>
        <source>A partir de la factura de {0} la recibirá en {1}.</source>
        <translation>From the invoice of {0} on you will receive it at {1}.</translation>
    </message>
    <message>
        <source>A partir de la factura de {0} la recibirá en papel en {1}.</source>
        <translation>From the invoice of {0} on you will receive it on paper at {1}.</translation>
    </message>
    <message>
        <source>A partir de la próxima factura la recibirá en {1}.</source>
        <translation>From the next invoice on you will receive it at {1}.</translation>
    </message>
    <message>
        <source>Para esta factura ya se emitió el papel; el cambio rige desde la próxima.</source>
        <translation>This invoice was already printed; the change applies from the next one.</translation>
    </message>
    <message>
        <source>Los correos enviados a {0} fueron rechazados. Actualícelo; mientras tanto recibirá la factura en papel.</source>
        <translation>The e-mails sent to {0} were rejected. Update it; meanwhile you will receive the invoice on paper.</translation>
    </message>
    <message>
        <source>Confirme la dirección {0} desde el correo que le enviamos. Hasta entonces la factura llega como hasta ahora.</source>
        <translation>Confirm the address {0} from the e-mail that we sent. Until then the invoice comes as before.</translation>
    </message>
    <message>
        <source>Ya tiene esta modalidad vigente.</source>
        <translation>You already receive it this way.</translation>
    </message>
    <message>
        <source>Ya tiene esta modalidad vigente desde el {0}.</source>
        <translation>You already receive it this way since {0}.</translation>
    </message>
    <message>
        <source>La segunda dirección debe ser distinta de la primera.</source>
        <translation>The second address must differ from the first.</translation>
    </message>
    <message>
        <source>La empresa no ofrece esta opción por ahora.</source>
        <translation>The utility does not offer this option for now.</translation>
    </message>
    <message>
        <source>El contrato está dado de baja y ya no recibe facturas.</source>
        <translation>The contract has ended and gets no more invoices.</translation>
    </message>
    <message>
        <source>Revise el correo: debe tener la forma nombre@servidor.com.</source>
        <translation>Check the e-mail: it must look like name@server.com.</translation>
    </message>
    <message>
        <source>Las condiciones cambiaron desde que las aceptó. Léalas y envíe la solicitud otra vez.</source>
        <translation>The conditions changed since you accepted them. Read them and send the request again.</translation>
    </message>
    <message>
        <source>La empresa no aceptó el cambio ({0}). Consulte en atención al cliente.</source>
        <translation>The utility did not accept the change ({0}). Ask customer service.</translation>
    </message>
</context>
<context>
    <name>DemoPanel</name>
    <message>
        <source>Datos de ejemplo</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>Probar con datos de ejemplo</source>
        <translation>Try it with sample data</translation>
    </message>
    <message>
        <source>Este servidor es una demostración: ningún dato es real.</source>
        <translation>This server is a demonstration: none of the data are real.</translation>
    </message>
    <message>
        <source>Usuario {0}, contraseña {1}</source>
        <translation>Username {0}, password {1}</translation>
    </message>
</context>
<context>
    <name>DialControl</name>
    <message>
        <source>{0}, {1} dígitos</source>
        <translation>{0}, {1} digits</translation>
    </message>
</context>
<context>
    <name>DialEntry</name>
    <message>
        <source>Consumo: {0}</source>
        <translation>Consumption: {0}</translation>
    </message>
    <message>
        <source>Habitual: {0}</source>
        <translation>Usual: {0}</translation>
    </message>
</context>
<context>
    <name>DocumentControl</name>
    <message>
        <source>Tipo de documento</source>
        <translation>Document type</translation>
    </message>
</context>
<context>
    <name>DocumentViewModel</name>
    <message>
        <source>Factura {0}</source>
        <translation>Invoice {0}</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>Registrarse</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Instructivo de registro (PDF)</source>
        <translation>Registration guide (PDF)</translation>
    </message>
    <message>
        <source>¿Todavía no tiene usuario?</source>
        <translation>You have no user yet?</translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message>
        <source>Descargando {0} de {1}</source>
        <translation>Downloading {0} of {1}</translation>
    </message>
    <message>
        <source>Deteniendo la descarga…</source>
        <translation>Stopping the download…</translation>
    </message>
    <message numerus="yes">
        <source>Se guardaron %n duplicados en {0}.</source>
        <translation>
            <numerusform>%n duplicate was saved in {0}.</numerusform>
            <numerusform>%n duplicates were saved in {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>La descarga se detuvo a su pedido.</source>
        <translation>The download was stopped as you asked.</translation>
    </message>
    <message>
        <source>Sin duplicado disponible: {0}.</source>
        <translation>No duplicate available: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>Sin duplicado disponible: {0} y %n más.</source>
        <translation>
            <numerusform>No duplicate available: {0} and %n more.</numerusform>
            <numerusform>No duplicate available: {0} and %n more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Abrir carpeta</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Abrir {0}</source>
        <translation>Open {0}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ingresar</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>No se encuentra el servidor.</source>
        <translation>The server cannot be found.</translation>
    </message>
    <message>
        <source>Revise su conexión a la red. Puede seguir viendo los datos guardados.</source>
        <translation>Check your network connection. You can go on reading the data kept here.</translation>
    </message>
    <message>
        <source>Esta red pide ingresar en su propia página.</source>
        <translation>This network wants you to sign in on its own page.</translation>
    </message>
    <message>
        <source>Abra el navegador, complete el ingreso a la red y vuelva a probar.</source>
        <translation>Open the browser, sign in to the network and try again.</translation>
    </message>
    <message>
        <source>El sistema no está disponible en este momento.</source>
        <translation>The system is not available at the moment.</translation>
    </message>
    <message>
        <source>Pruebe más tarde. Puede seguir viendo los datos guardados.</source>
        <translation>Try later. You can go on reading the data kept here.</translation>
    </message>
    <message>
        <source>El servidor tarda demasiado en responder.</source>
        <translation>The server takes too long to answer.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente en unos minutos.</source>
        <translation>Try again in a few minutes.</translation>
    </message>
    <message>
        <source>La respuesta del servidor llegó incompleta o dañada.</source>
        <translation>The server&apos;s answer arrived incomplete or damaged.</translation>
    </message>
    <message>
        <source>No se cambió nada de lo guardado. Pruebe nuevamente.</source>
        <translation>Nothing that was kept has changed. Try again.</translation>
    </message>
    <message>
        <source>No se pudo comprobar la identidad del servidor.</source>
        <translation>The server&apos;s identity could not be verified.</translation>
    </message>
    <message>
        <source>Revise la fecha de su equipo y la red que usa. No se envió ningún dato.</source>
        <translation>Check your computer&apos;s date and the network you use. No data were sent.</translation>
    </message>
    <message>
        <source>Se hicieron demasiadas consultas seguidas.</source>
        <translation>There were too many requests in a row.</translation>
    </message>
    <message>
        <source>Espere {seconds} segundos y pruebe nuevamente.</source>
        <translation>Wait {seconds} seconds and try again.</translation>
    </message>
    <message>
        <source>Usuario o contraseña incorrectos.</source>
        <translation>Wrong username or password.</translation>
    </message>
    <message>
        <source>Revise lo que escribió, también las mayúsculas.</source>
        <translation>Check what you typed, capital letters too.</translation>
    </message>
    <message>
        <source>Usuario bloqueado por intentos fallidos.</source>
        <translation>The user is locked after failed attempts.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente {hour}.</source>
        <translation>Try again {hour}.</translation>
    </message>
    <message>
        <source>Debe confirmar su correo antes de ingresar.</source>
        <translation>You must confirm your e-mail before signing in.</translation>
    </message>
    <message>
        <source>Abra el enlace que le enviamos por correo.</source>
        <translation>Open the link that we sent you by e-mail.</translation>
    </message>
    <message>
        <source>Su sesión venció. Ingrese nuevamente.</source>
        <translation>Your session has expired. Sign in again.</translation>
    </message>
    <message>
        <source>Los datos guardados siguen a la vista.</source>
        <translation>The data kept here stay in view.</translation>
    </message>
    <message>
        <source>Esta versión ya no puede comunicarse con el servidor.</source>
        <translation>This version can no longer talk to the server.</translation>
    </message>
    <message>
        <source>Instale la versión nueva de la Oficina Virtual.</source>
        <translation>Install the new version of Oficina Virtual.</translation>
    </message>
    <message>
        <source>Lo que buscaba ya no está en el servidor.</source>
        <translation>What you were looking for is no longer on the server.</translation>
    </message>
    <message>
        <source>Sincronice para ver los datos al día.</source>
        <translation>Sync to see current data.</translation>
    </message>
    <message>
        <source>Su usuario no tiene permiso para esto.</source>
        <translation>Your user has no permission for this.</translation>
    </message>
    <message>
        <source>Si cree que debería tenerlo, consulte en atención al cliente.</source>
        <translation>If you think it should, ask customer service.</translation>
    </message>
    <message>
        <source>El servidor no aceptó el pedido.</source>
        <translation>The server did not accept the request.</translation>
    </message>
    <message>
        <source>Consulte en atención al cliente. Referencia: {reference}.</source>
        <translation>Ask customer service. Reference: {reference}.</translation>
    </message>
    <message>
        <source>No queda espacio en el disco.</source>
        <translation>There is no space left on the disk.</translation>
    </message>
    <message>
        <source>Libere espacio y pruebe nuevamente. Lo guardado no se perdió.</source>
        <translation>Free some space and try again. What was kept is not lost.</translation>
    </message>
    <message>
        <source>El disco de este equipo no respondió bien.</source>
        <translation>The disk of this computer did not answer well.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente. Si se repite, haga revisar el disco.</source>
        <translation>Try again. If it happens again, have the disk checked.</translation>
    </message>
    <message>
        <source>Los datos guardados en este equipo están dañados.</source>
        <translation>The data kept on this computer are damaged.</translation>
    </message>
    <message>
        <source>Se vuelven a bajar del servidor al ingresar.</source>
        <translation>They are fetched again from the server when you sign in.</translation>
    </message>
    <message>
        <source>Otro programa está usando los datos guardados.</source>
        <translation>Another program is using the data kept here.</translation>
    </message>
    <message>
        <source>Espere un momento y pruebe nuevamente.</source>
        <translation>Wait a moment and try again.</translation>
    </message>
    <message>
        <source>No se puede cifrar la copia local en este equipo.</source>
        <translation>The local copy cannot be encrypted on this computer.</translation>
    </message>
    <message>
        <source>Para cuidar sus datos no se guardó nada. Reinstale la aplicación.</source>
        <translation>To protect your data nothing was kept. Reinstall the app.</translation>
    </message>
    <message>
        <source>El sistema ya no tiene la llave de los datos guardados.</source>
        <translation>The system no longer has the key to the data kept here.</translation>
    </message>
    <message>
        <source>Ingrese nuevamente y se bajan otra vez del servidor.</source>
        <translation>Sign in again and they are fetched once more from the server.</translation>
    </message>
    <message>
        <source>No se pudo escribir el archivo.</source>
        <translation>The file could not be written.</translation>
    </message>
    <message>
        <source>Elija otra carpeta o cierre el programa que lo tiene abierto.</source>
        <translation>Choose another folder or close the program that has it open.</translation>
    </message>
    <message>
        <source>Este documento no está guardado en el equipo.</source>
        <translation>This document is not kept on the computer.</translation>
    </message>
    <message>
        <source>Se puede abrir cuando haya conexión.</source>
        <translation>It can be opened when there is a connection.</translation>
    </message>
    <message>
        <source>El documento llegó dañado y no se guardó.</source>
        <translation>The document arrived damaged and was not kept.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente. Si se repite, avise en atención al cliente.</source>
        <translation>Try again. If it happens once more, tell customer service.</translation>
    </message>
    <message>
        <source>La copia local no coincide con la del servidor.</source>
        <translation>The local copy does not match the server&apos;s.</translation>
    </message>
    <message>
        <source>Se baja de nuevo, completa. Mientras tanto se ve la anterior.</source>
        <translation>It is fetched anew, whole. Meanwhile you see the one before.</translation>
    </message>
    <message>
        <source>a las {0}</source>
        <translation>at {0}</translation>
    </message>
    <message>
        <source>más tarde</source>
        <translation>later</translation>
    </message>
</context>
<context>
    <name>ExportStrip</name>
    <message>
        <source>Se guardó {0}.</source>
        <translation>{0} was saved.</translation>
    </message>
    <message>
        <source>Generando el archivo…</source>
        <translation>Writing the file…</translation>
    </message>
    <message>
        <source>Generando: {0} de {1} renglones</source>
        <translation>Writing: {0} of {1} lines</translation>
    </message>
    <message>
        <source>Deteniendo…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Se detuvo a su pedido. No quedó ningún archivo a medio hacer.</source>
        <translation>Stopped at your request. No half-made file was left.</translation>
    </message>
    <message>
        <source>Abrir carpeta</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>no queda espacio en el disco</source>
        <translation>there is no space left on the disk</translation>
    </message>
    <message>
        <source>no se puede escribir en esa carpeta, o el archivo está abierto</source>
        <translation>that folder cannot be written to, or the file is open</translation>
    </message>
    <message>
        <source>No se pudo guardar el archivo: {0}. Elija otra carpeta.</source>
        <translation>The file could not be saved: {0}. Choose another folder.</translation>
    </message>
    <message>
        <source>Elegir otra carpeta</source>
        <translation>Choose another folder</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Exportar comprobantes</source>
        <translation>Export receipts</translation>
    </message>
    <message>
        <source>Para leer e imprimir (*.pdf)</source>
        <translation>To read and print (*.pdf)</translation>
    </message>
    <message>
        <source>Datos completos (*.json)</source>
        <translation>Complete data (*.json)</translation>
    </message>
    <message>
        <source>comprobantes.pdf</source>
        <translation>receipts.pdf</translation>
    </message>
    <message>
        <source>Libros de Excel (*.xlsx)</source>
        <translation>Excel workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>Texto separado, CSV (*.csv)</source>
        <translation>Separated text, CSV (*.csv)</translation>
    </message>
    <message>
        <source>Documentos PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Contrato</source>
        <translation>Contract</translation>
    </message>
</context>
<context>
    <name>FaqPage</name>
    <message>
        <source>Buscar en las preguntas</source>
        <translation>Search the questions</translation>
    </message>
    <message>
        <source>Categoría</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Hacer una pregunta</source>
        <translation>Ask a question</translation>
    </message>
    <message>
        <source>Preguntas Frecuentes</source>
        <translation>Frequent Questions</translation>
    </message>
    <message>
        <source>Todavía no hay preguntas frecuentes.</source>
        <translation>There are no frequent questions yet.</translation>
    </message>
    <message>
        <source>Sincronice, o haga su pregunta y le respondemos.</source>
        <translation>Sync, or ask your question and we will answer.</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>No encontramos respuestas para «{0}».</source>
        <translation>We found no answers for «{0}».</translation>
    </message>
    <message>
        <source>Todas las categorías</source>
        <translation>All categories</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>{0} (opcional)</source>
        <translation>{0} (optional)</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Buscar en:</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>Tipo:</source>
        <translation>Type:</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Quitar {0}</source>
        <translation>Remove {0}</translation>
    </message>
</context>
<context>
    <name>FilesControl</name>
    <message>
        <source>Adjuntar…</source>
        <translation>Attach…</translation>
    </message>
    <message>
        <source>Arrastre los archivos aquí o péguelos con Ctrl+V.</source>
        <translation>Drop the files here or paste them with Ctrl+V.</translation>
    </message>
    <message>
        <source>Archivos ({0})</source>
        <translation>Files ({0})</translation>
    </message>
    <message>
        <source>Imagen pegada.png</source>
        <translation>Pasted picture.png</translation>
    </message>
</context>
<context>
    <name>FirstSync</name>
    <message>
        <source>Bajando sus datos por primera vez</source>
        <translation>Downloading your data for the first time</translation>
    </message>
    <message>
        <source>Avance de la primera sincronización</source>
        <translation>Progress of the first sync</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bajando sus datos por primera vez: {0} de {1}</source>
        <translation>Downloading your data for the first time: {0} of {1}</translation>
    </message>
</context>
<context>
    <name>FoldForm</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ForgotFace</name>
    <message>
        <source>Olvidé mi contraseña</source>
        <translation>I forgot my password</translation>
    </message>
    <message>
        <source>Enviar instrucciones</source>
        <translation>Send instructions</translation>
    </message>
    <message>
        <source>Le enviamos un enlace para elegir una contraseña nueva. Se abre en el navegador y sirve una sola vez.</source>
        <translation>We will send you a link to choose a new password. It opens in the browser and works once.</translation>
    </message>
    <message>
        <source>Si los datos son correctos, recibirá un correo con instrucciones.</source>
        <translation>If the data are right, you will get an e-mail with instructions.</translation>
    </message>
    <message>
        <source>Ver el correo de la demostración</source>
        <translation>See the demonstration&apos;s mail</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Falta adjuntar: {0}.</source>
        <translation>To be attached: {0}.</translation>
    </message>
    <message>
        <source>Falta completar este dato.</source>
        <translation>This is missing.</translation>
    </message>
    <message>
        <source>Escriba al menos {0} caracteres (lleva {1}).</source>
        <translation>Write at least {0} characters (so far {1}).</translation>
    </message>
    <message>
        <source>Escriba hasta {0} caracteres (lleva {1}).</source>
        <translation>Write at most {0} characters (so far {1}).</translation>
    </message>
    <message>
        <source>Revise el correo: debe tener la forma nombre@servidor.com.</source>
        <translation>Check the e-mail: it must look like name@server.com.</translation>
    </message>
    <message>
        <source>Revise el teléfono: de 7 a 15 números.</source>
        <translation>Check the phone: 7 to 15 digits.</translation>
    </message>
    <message>
        <source>Ingrese solo números, {0} en total.</source>
        <translation>Type digits only, {0} in all.</translation>
    </message>
    <message>
        <source>Ingrese la fecha como dd/mm/aaaa.</source>
        <translation>Type the date as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>La fecha no puede ser anterior al {0}.</source>
        <translation>The date cannot be before {0}.</translation>
    </message>
    <message>
        <source>La fecha no puede ser posterior al {0}.</source>
        <translation>The date cannot be after {0}.</translation>
    </message>
    <message>
        <source>Ingrese un número.</source>
        <translation>Type a number.</translation>
    </message>
    <message>
        <source>Escríbalo así: {0}.</source>
        <translation>Write it like this: {0}.</translation>
    </message>
    <message>
        <source>Debe ser {0} o más.</source>
        <translation>It must be {0} or more.</translation>
    </message>
    <message>
        <source>Debe ser {0} o menos.</source>
        <translation>It must be {0} or less.</translation>
    </message>
    <message>
        <source>Elija otra opción: esta ya no está disponible.</source>
        <translation>Choose another option: this one is no longer available.</translation>
    </message>
    <message>
        <source>No coincide con lo escrito arriba.</source>
        <translation>It does not match what is written above.</translation>
    </message>
    <message>
        <source>Revise el número de documento.</source>
        <translation>Check the document number.</translation>
    </message>
    <message>
        <source>Marque la casilla para continuar.</source>
        <translation>Tick the box to go on.</translation>
    </message>
    <message>
        <source>Elija al menos {0}.</source>
        <translation>Choose at least {0}.</translation>
    </message>
    <message>
        <source>Puede agregar hasta {0}.</source>
        <translation>You can add up to {0}.</translation>
    </message>
    <message>
        <source>Formato no permitido. Formatos: {0}.</source>
        <translation>This format is not allowed. Formats: {0}.</translation>
    </message>
    <message>
        <source>El archivo supera {0} MB.</source>
        <translation>The file is larger than {0} MB.</translation>
    </message>
    <message>
        <source>No se pudo leer el archivo. Elija otro.</source>
        <translation>The file could not be read. Choose another.</translation>
    </message>
    <message>
        <source>Un archivo {0} de hasta {1} MB.</source>
        <translation>One {0} file of up to {1} MB.</translation>
    </message>
    <message>
        <source>Hasta {0} archivos {1} de hasta {2} MB cada uno.</source>
        <translation>Up to {0} {1} files of up to {2} MB each.</translation>
    </message>
</context>
<context>
    <name>FormFace</name>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Atención al cliente</source>
        <translation>Customer service</translation>
    </message>
    <message>
        <source>Atajos de teclado</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Todo lo que ya se sincronizó se puede leer sin conexión. Cada página dice de cuándo son sus datos, y abajo a la izquierda se ve si están al día.</source>
        <translation>Everything that was synced once can be read without a connection. Each page says when its data are from, and the lower left corner shows whether they are up to date.</translation>
    </message>
    <message>
        <source>Sus datos en este equipo</source>
        <translation>Your data on this computer</translation>
    </message>
    <message>
        <source>La copia local está cifrada y su llave se guarda en el llavero del sistema. Si el sistema no tiene llavero, la llave queda solo en la memoria: al cerrar la aplicación la copia no se puede leer más, y al ingresar se baja otra vez. Cerrar sesión borra la copia y la llave.</source>
        <translation>The local copy is encrypted and its key is kept in the system&apos;s keyring. If the system has no keyring, the key stays in memory only: once the app is closed the copy cannot be read any more, and it is downloaded again when you sign in. Signing out deletes the copy and the key.</translation>
    </message>
    <message>
        <source>Preguntas Frecuentes</source>
        <translation>Frequent Questions</translation>
    </message>
    <message>
        <source>Cómo pagar, leer el medidor, pedir la reconexión y mucho más.</source>
        <translation>How to pay, read the meter, ask for reconnection and much more.</translation>
    </message>
    <message>
        <source>Ver respuestas</source>
        <translation>See answers</translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Consultas: {0}</source>
        <translation>Questions: {0}</translation>
    </message>
    <message>
        <source>Emergencias: {0}</source>
        <translation>Emergencies: {0}</translation>
    </message>
</context>
<context>
    <name>HolderChangeForm</name>
    <message>
        <source>La foto que ya adjuntó</source>
        <translation>The photo you attached before</translation>
    </message>
    <message>
        <source>Se piden por el motivo y por el tipo de persona que eligió.</source>
        <translation>They depend on the reason and the type of person that you chose.</translation>
    </message>
    <message>
        <source>Con esta lectura termina su contrato y comienza el del nuevo titular. Lea el medidor sin abrir ni mover nada.</source>
        <translation>With this reading your contract ends and the new holder&apos;s begins. Read the meter without opening or moving anything.</translation>
    </message>
    <message>
        <source>El titular actual debe dar su conformidad: por el enlace que le enviamos por correo, o en Solicitudes de Suministro si ingresa con su usuario.</source>
        <translation>The current holder must agree: by the link that we sent by e-mail, or in Supply Requests when signing in.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nuevo titular</source>
        <translation>New holder</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Representante</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>Correo</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Teléfono</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Vínculo con el inmueble</source>
        <translation>Relation to the property</translation>
    </message>
    <message>
        <source>Documentos</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Lectura de entrega</source>
        <translation>Hand-over reading</translation>
    </message>
    <message>
        <source>Rige desde</source>
        <translation>Effective from</translation>
    </message>
</context>
<context>
    <name>HolderChangeParts</name>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nuevo titular</source>
        <translation>New holder</translation>
    </message>
    <message>
        <source>Documentos</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Entrega</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Resumen</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>¿Por qué cambia el titular?</source>
        <translation>Why does the holder change?</translation>
    </message>
    <message>
        <source>Vínculo del nuevo titular con el inmueble</source>
        <translation>New holder&apos;s tie to the property</translation>
    </message>
    <message>
        <source>El nuevo titular se hace cargo de la deuda de {0}</source>
        <translation>The new holder takes over the debt of {0}</translation>
    </message>
    <message>
        <source>Nombre y apellido</source>
        <translation>Name and surname</translation>
    </message>
    <message>
        <source>Razón social</source>
        <translation>Company name</translation>
    </message>
    <message>
        <source>Tipo de persona</source>
        <translation>Type of person</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Empresa</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Representante</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>Documento del representante</source>
        <translation>Representative&apos;s document</translation>
    </message>
    <message>
        <source>Fecha de nacimiento</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Correo electrónico</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Repetir correo</source>
        <translation>Repeat e-mail</translation>
    </message>
    <message>
        <source>Teléfono</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Otro teléfono</source>
        <translation>Other phone</translation>
    </message>
    <message>
        <source>Dirección postal</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Si no es la del suministro.</source>
        <translation>If it is not the supply&apos;s.</translation>
    </message>
    <message>
        <source>El cambio rige desde</source>
        <translation>The change is effective from</translation>
    </message>
    <message>
        <source>Lectura de entrega</source>
        <translation>Hand-over reading</translation>
    </message>
    <message>
        <source>Lectura de entrega del registro {0}</source>
        <translation>Hand-over reading of register {0}</translation>
    </message>
    <message>
        <source>La anterior fue {0}, el {1}.</source>
        <translation>The one before was {0}, on {1}.</translation>
    </message>
    <message>
        <source>Fecha de la lectura</source>
        <translation>Date of the reading</translation>
    </message>
    <message>
        <source>Foto del medidor</source>
        <translation>Photo of the meter</translation>
    </message>
    <message>
        <source>Tómela sin abrir ni mover nada.</source>
        <translation>Take it without opening or moving anything.</translation>
    </message>
    <message>
        <source>Leí y acepto las condiciones</source>
        <translation>I read and accept the conditions</translation>
    </message>
    <message>
        <source>La lectura es menor que la anterior ({0}). Verifique los dígitos; si es correcta, adjunte una foto del medidor.</source>
        <translation>The reading is lower than the one before ({0}). Check the digits; if it is right, attach a photo of the meter.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Inicio</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Filtrar contratos</source>
        <translation>Filter contracts</translation>
    </message>
    <message>
        <source>Ningún contrato coincide con el filtro.</source>
        <translation>No contract matches the filter.</translation>
    </message>
    <message>
        <source>Sus contratos</source>
        <translation>Your contracts</translation>
    </message>
    <message>
        <source>No tiene contratos vinculados.</source>
        <translation>You have no linked contracts.</translation>
    </message>
    <message>
        <source>Agregue uno con su factura a mano.</source>
        <translation>Add one with an invoice at hand.</translation>
    </message>
    <message>
        <source>Agregar contrato</source>
        <translation>Add contract</translation>
    </message>
    <message>
        <source>Ver todos los avisos</source>
        <translation>See all notices</translation>
    </message>
    <message>
        <source>Todavía no se bajaron sus datos.</source>
        <translation>Your data have not been downloaded yet.</translation>
    </message>
    <message>
        <source>Sincronice para ver sus contratos y leerlos después sin conexión.</source>
        <translation>Sync to see your contracts, and to read them later offline.</translation>
    </message>
    <message>
        <source>Sincronizar</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>HomeViewModel</name>
    <message>
        <source>En {0} de {1} contratos</source>
        <translation>In {0} of {1} contracts</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>No tiene facturas vencidas</source>
        <translation>You have no overdue invoices</translation>
    </message>
    <message>
        <source>Hasta el {0}</source>
        <translation>Until {0}</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>To fall due</translation>
    </message>
    <message>
        <source>Nada por vencer</source>
        <translation>Nothing to fall due</translation>
    </message>
    <message>
        <source>Se descuenta de la próxima factura</source>
        <translation>Deducted from the next invoice</translation>
    </message>
    <message>
        <source>A su favor</source>
        <translation>In your favour</translation>
    </message>
    <message>
        <source>{0}: puede aportar su lectura hasta el {1} a las {2}.</source>
        <translation>{0}: you can give your own reading until {1} at {2}.</translation>
    </message>
    <message>
        <source>Aportar lectura</source>
        <translation>Give a reading</translation>
    </message>
    <message>
        <source>Ver consumo</source>
        <translation>See consumption</translation>
    </message>
    <message>
        <source>Solicitar reconexión</source>
        <translation>Request reconnection</translation>
    </message>
    <message>
        <source>{0}: las últimas {1} lecturas fueron estimadas. Facilite el acceso al medidor.</source>
        <translation>{0}: the last {1} readings were estimated. Please make the meter accessible.</translation>
    </message>
    <message>
        <source>Ver aviso</source>
        <translation>See notice</translation>
    </message>
    <message>
        <source>{0}: suministro cortado desde el {1}</source>
        <translation>{0}: supply cut off since {1}</translation>
    </message>
    <message>
        <source>{0}: suministro cortado</source>
        <translation>{0}: supply cut off</translation>
    </message>
    <message>
        <source>{0}, con {1} vencidos.</source>
        <translation>{0}, with {1} overdue.</translation>
    </message>
    <message>
        <source>{0}: tiene {1} vencidos.</source>
        <translation>{0}: {1} overdue.</translation>
    </message>
    <message>
        <source>Ver facturas</source>
        <translation>See invoices</translation>
    </message>
</context>
<context>
    <name>InvoiceColumns</name>
    <message>
        <source>Sin duplicado disponible</source>
        <translation>No duplicate available</translation>
    </message>
    <message>
        <source>PDF guardado, se abre sin conexión</source>
        <translation>PDF kept, opens without a connection</translation>
    </message>
    <message>
        <source>PDF en el servidor</source>
        <translation>PDF on the server</translation>
    </message>
    <message>
        <source>Elegir</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Emisión</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Período</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pagado</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Duplicado</source>
        <translation>Duplicate</translation>
    </message>
</context>
<context>
    <name>InvoiceFigures</name>
    <message>
        <source>Deuda vencida</source>
        <translation>Overdue debt</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>To fall due</translation>
    </message>
    <message>
        <source>Saldo a favor</source>
        <translation>Credit balance</translation>
    </message>
    <message>
        <source>Puede generar recargos</source>
        <translation>May bring surcharges</translation>
    </message>
    <message>
        <source>No tiene deuda vencida</source>
        <translation>You have no overdue debt</translation>
    </message>
    <message>
        <source>Nada por vencer</source>
        <translation>Nothing to fall due</translation>
    </message>
    <message>
        <source>Próximo: {0}</source>
        <translation>Next: {0}</translation>
    </message>
    <message>
        <source>Se resta de su deuda</source>
        <translation>Deducted from your debt</translation>
    </message>
    <message>
        <source>Marque para sumarlas</source>
        <translation>Tick to add up</translation>
    </message>
    <message>
        <source>Sin saldo a favor</source>
        <translation>No credit balance</translation>
    </message>
    <message>
        <source>Aparte hay {0} en reclamo, en acuerdo o en proceso de pago, que no se suman a la deuda.</source>
        <translation>Apart from that, {0} are in a claim, in an agreement or being paid, and are not added to the debt.</translation>
    </message>
    <message>
        <source>Total elegido</source>
        <translation>Total chosen</translation>
    </message>
    <message numerus="yes">
        <source>%n facturas</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no se suman</source>
        <translation>
            <numerusform>%n is not added</numerusform>
            <numerusform>%n are not added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoiceLines</name>
    <message>
        <source>Cargo del período</source>
        <translation>Charge of the period</translation>
    </message>
</context>
<context>
    <name>InvoicePanel</name>
    <message>
        <source>Detalle de la factura</source>
        <translation>Invoice details</translation>
    </message>
    <message>
        <source>Ver factura</source>
        <translation>See invoice</translation>
    </message>
    <message>
        <source>Guardar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Reclamar</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Ver la reclamación</source>
        <translation>See the claim</translation>
    </message>
    <message>
        <source>Qué cambió</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Conceptos</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Lecturas</source>
        <translation>Readings</translation>
    </message>
    <message>
        <source>Factura reemplazada por {0}.</source>
        <translation>Invoice replaced by {0}.</translation>
    </message>
    <message>
        <source>Esta factura integra el acuerdo N° {0}; pague la cuota correspondiente.</source>
        <translation>This invoice is part of agreement no. {0}; pay its instalment.</translation>
    </message>
    <message>
        <source>En reclamo N° {0}. No se suma a la deuda mientras se resuelve.</source>
        <translation>In claim no. {0}. It is not added to the debt until that is settled.</translation>
    </message>
    <message>
        <source>Tiene {0} de saldo a favor, que se descuenta de lo que deba.</source>
        <translation>You have a credit of {0}, which is deducted from what you owe.</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pagado</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Saldo anterior</source>
        <translation>Previous balance</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Emisión</source>
        <translation>Issued</translation>
    </message>
    <message numerus="yes">
        <source>%n días</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Período</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>InvoiceWords</name>
    <message>
        <source>Vencida</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Pendiente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Pago en proceso</source>
        <translation>Payment in process</translation>
    </message>
    <message>
        <source>Pago parcial</source>
        <translation>Partly paid</translation>
    </message>
    <message>
        <source>En reclamo</source>
        <translation>In claim</translation>
    </message>
    <message>
        <source>En acuerdo</source>
        <translation>In agreement</translation>
    </message>
    <message>
        <source>Saldo a favor</source>
        <translation>Credit balance</translation>
    </message>
    <message>
        <source>Compensada</source>
        <translation>Compensated</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Pagada</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Nota de crédito</source>
        <translation>Credit note</translation>
    </message>
    <message>
        <source>Nota de débito</source>
        <translation>Debit note</translation>
    </message>
    <message>
        <source>Cargo fijo</source>
        <translation>Fixed charge</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Cargo</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Intereses</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>Ajuste</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>Crédito</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>Impuesto</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>El cargo del período es igual al de {month}.</source>
        <translation>The charge of the period is the same as in {month}.</translation>
    </message>
    <message>
        <source>El cargo del período es {amount} mayor que el de {month}.</source>
        <translation>The charge of the period is {amount} higher than in {month}.</translation>
    </message>
    <message>
        <source>El cargo del período es {amount} menor que el de {month}.</source>
        <translation>The charge of the period is {amount} lower than in {month}.</translation>
    </message>
    <message>
        <source>El precio medio por {unit} subió de {before} a {after}</source>
        <translation>The mean price per {unit} rose from {before} to {after}</translation>
    </message>
    <message>
        <source>El precio medio por {unit} bajó de {before} a {after}</source>
        <translation>The mean price per {unit} fell from {before} to {after}</translation>
    </message>
    <message>
        <source>El tipo de cambio subió de {before} a {after}</source>
        <translation>The exchange rate rose from {before} to {after}</translation>
    </message>
    <message>
        <source>El tipo de cambio bajó de {before} a {after}</source>
        <translation>The exchange rate fell from {before} to {after}</translation>
    </message>
    <message>
        <source>Subieron los cargos fijos</source>
        <translation>The fixed charges rose</translation>
    </message>
    <message>
        <source>Bajaron los cargos fijos</source>
        <translation>The fixed charges fell</translation>
    </message>
    <message>
        <source>Más impuestos</source>
        <translation>More taxes</translation>
    </message>
    <message>
        <source>Menos impuestos</source>
        <translation>Less taxes</translation>
    </message>
    <message>
        <source>Más por otros cargos o menos descuentos</source>
        <translation>More other charges or fewer discounts</translation>
    </message>
    <message>
        <source>Menos otros cargos o más descuentos</source>
        <translation>Fewer other charges or more discounts</translation>
    </message>
    <message>
        <source>El consumo cayó en otros tramos de la tarifa</source>
        <translation>The consumption fell into other tiers of the tariff</translation>
    </message>
    <message>
        <source>Consumió {quantity} más que en {month}</source>
        <translation>You consumed {quantity} more than in {month}</translation>
    </message>
    <message>
        <source>Consumió {quantity} menos que en {month}</source>
        <translation>You consumed {quantity} less than in {month}</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Si los conserva, quedan cifrados en este equipo. Los envíos salen cuando vuelva a ingresar con su usuario.</source>
        <translation>If you keep them, they stay encrypted on this computer. They are sent when you sign in again.</translation>
    </message>
    <message>
        <source>Conservar y cerrar sesión</source>
        <translation>Keep and sign out</translation>
    </message>
    <message>
        <source>Exportar comprobantes…</source>
        <translation>Export receipts…</translation>
    </message>
    <message>
        <source>Seguir en la sesión</source>
        <translation>Stay signed in</translation>
    </message>
    <message numerus="yes">
        <source>Tiene %n envíos que todavía no fueron recibidos.</source>
        <translation>
            <numerusform>You have %n submission that was not received yet.</numerusform>
            <numerusform>You have %n submissions that were not received yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tiene %n borradores sin enviar.</source>
        <translation>
            <numerusform>You have %n draft that was not sent.</numerusform>
            <numerusform>You have %n drafts that were not sent.</numerusform>
        </translation>
    </message>
    <message>
        <source>No se pudo comprobar si quedan envíos sin recibir.</source>
        <translation>It could not be checked whether anything is still to be received.</translation>
    </message>
    <message>
        <source>Descartar y cerrar sesión</source>
        <translation>Discard and sign out</translation>
    </message>
    <message>
        <source>Sí, perder lo que no se envió</source>
        <translation>Yes, lose what was not sent</translation>
    </message>
    <message>
        <source>Se guardó {0}.</source>
        <translation>{0} was saved.</translation>
    </message>
</context>
<context>
    <name>LineControl</name>
    <message>
        <source>Mostrar lo escrito</source>
        <translation>Show what is typed</translation>
    </message>
    <message>
        <source>Ocultar lo escrito</source>
        <translation>Hide what is typed</translation>
    </message>
</context>
<context>
    <name>LinkedContractRow</name>
    <message>
        <source>Pendiente de envío</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Nombre del contrato {0}</source>
        <translation>Name of contract {0}</translation>
    </message>
    <message>
        <source>Nombre propio, por ejemplo Casa</source>
        <translation>Your own name, for example Home</translation>
    </message>
    <message>
        <source>Guardar nombre</source>
        <translation>Save name</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Quitar el contrato {0}</source>
        <translation>Remove contract {0}</translation>
    </message>
    <message>
        <source>Contrato {0}</source>
        <translation>Contract {0}</translation>
    </message>
    <message>
        <source>¿Quitar el contrato {0} de su lista? El contrato sigue igual, y puede volver a agregarlo con una factura.</source>
        <translation>Remove contract {0} from your list? The contract stays as it is, and you can add it again with an invoice.</translation>
    </message>
    <message>
        <source>Quitar contrato</source>
        <translation>Remove contract</translation>
    </message>
    <message>
        <source>No quitar</source>
        <translation>Do not remove</translation>
    </message>
</context>
<context>
    <name>ListFace</name>
    <message>
        <source>Mis Facturas</source>
        <translation>My Invoices</translation>
    </message>
    <message>
        <source>Pagos</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Pagar</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Facturas del contrato</source>
        <translation>Invoices of the contract</translation>
    </message>
    <message>
        <source>Facturas</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>Exportar facturas</source>
        <translation>Export invoices</translation>
    </message>
    <message>
        <source>Todas</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Impagas</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>Vencidas</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>En reclamo</source>
        <translation>In claim</translation>
    </message>
    <message>
        <source>En acuerdo</source>
        <translation>In agreement</translation>
    </message>
    <message>
        <source>Mostrar</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Año</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Filtrar facturas</source>
        <translation>Filter invoices</translation>
    </message>
    <message>
        <source>Filtrar</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Factura {0}</source>
        <translation>Invoice {0}</translation>
    </message>
    <message>
        <source>Todavía no hay facturas para este contrato.</source>
        <translation>There are no invoices for this contract yet.</translation>
    </message>
    <message>
        <source>La primera aparecerá aquí cuando se emita.</source>
        <translation>The first will appear here when it is issued.</translation>
    </message>
    <message>
        <source>Sincronizar</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>No hay facturas en el período elegido.</source>
        <translation>There are no invoices in the chosen period.</translation>
    </message>
    <message>
        <source>Pruebe con otro filtro o con otro año.</source>
        <translation>Try another filter or another year.</translation>
    </message>
    <message>
        <source>Quitar filtros</source>
        <translation>Remove filters</translation>
    </message>
    <message>
        <source>Año: todos</source>
        <translation>Year: all</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message numerus="yes">
        <source>Descargar %n elegidas</source>
        <translation>
            <numerusform>Download %n chosen</numerusform>
            <numerusform>Download %n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Descargar todas</source>
        <translation>Download all</translation>
    </message>
    <message>
        <source>Actualizando saldo…</source>
        <translation>Updating the balance…</translation>
    </message>
    <message>
        <source>Carpeta para los duplicados</source>
        <translation>Folder for the duplicates</translation>
    </message>
    <message>
        <source>Simular un acuerdo</source>
        <translation>Simulate an agreement</translation>
    </message>
    <message>
        <source>Acuerdos de Pago</source>
        <translation>Payment Agreements</translation>
    </message>
    <message>
        <source>Acuerdos del contrato</source>
        <translation>Agreements of the contract</translation>
    </message>
    <message>
        <source>Simular de nuevo</source>
        <translation>Simulate again</translation>
    </message>
    <message>
        <source>Solicitud en camino</source>
        <translation>Request on its way</translation>
    </message>
    <message>
        <source>Acuerdo {0}</source>
        <translation>Agreement {0}</translation>
    </message>
    <message>
        <source>No hay un contrato elegido.</source>
        <translation>No contract is chosen.</translation>
    </message>
    <message>
        <source>Elija uno en Inicio para ver sus acuerdos.</source>
        <translation>Choose one in Home to see its agreements.</translation>
    </message>
    <message>
        <source>No tiene acuerdos de pago.</source>
        <translation>You have no payment agreements.</translation>
    </message>
    <message>
        <source>Puede simular cómo pagar su deuda en cuotas, sin compromiso.</source>
        <translation>You can simulate paying your debt in instalments, without commitment.</translation>
    </message>
    <message>
        <source>Próximo pago</source>
        <translation>Next payment</translation>
    </message>
    <message>
        <source>Cuotas vencidas</source>
        <translation>Overdue instalments</translation>
    </message>
    <message>
        <source>Saldo de acuerdos</source>
        <translation>Balance of agreements</translation>
    </message>
    <message>
        <source>Acuerdos vigentes</source>
        <translation>Agreements in force</translation>
    </message>
    <message>
        <source>Venció el {0}</source>
        <translation>Was due {0}</translation>
    </message>
    <message>
        <source>Vence el {0}</source>
        <translation>Due {0}</translation>
    </message>
    <message>
        <source>Sin pagar: {0}</source>
        <translation>Unpaid: {0}</translation>
    </message>
    <message>
        <source>Está al día</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Con intereses e IVA</source>
        <translation>With interest and VAT</translation>
    </message>
    <message>
        <source>Solicitudes de Suministro</source>
        <translation>Supply Requests</translation>
    </message>
    <message>
        <source>Cambio de Titular</source>
        <translation>Change of Holder</translation>
    </message>
    <message>
        <source>Reconexión</source>
        <translation>Reconnection</translation>
    </message>
    <message>
        <source>Solicitudes de suministro</source>
        <translation>Supply requests</translation>
    </message>
    <message>
        <source>Elija uno en Inicio para ver sus solicitudes.</source>
        <translation>Choose one in Home to see its requests.</translation>
    </message>
    <message>
        <source>Solicitar reconexión</source>
        <translation>Request reconnection</translation>
    </message>
    <message>
        <source>No hay solicitudes para este contrato.</source>
        <translation>There are no requests for this contract.</translation>
    </message>
    <message>
        <source>Desde acá puede pedir la reconexión del servicio o el cambio de titular.</source>
        <translation>Here you can ask for reconnection or for a change of holder.</translation>
    </message>
    <message>
        <source>La empresa no toma estos trámites por acá.</source>
        <translation>The utility does not take these requests here.</translation>
    </message>
    <message>
        <source>Preséntese en una oficina comercial.</source>
        <translation>Go to a commercial office.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Oficina Virtual</source>
        <translation>Oficina Virtual</translation>
    </message>
    <message>
        <source>Cancelar la sincronización</source>
        <translation>Cancel the sync</translation>
    </message>
</context>
<context>
    <name>MasterDetail</name>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Cerrar detalle</source>
        <translation>Close details</translation>
    </message>
</context>
<context>
    <name>MovementColumns</name>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Concepto</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Debe</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Haber</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>MovementFace</name>
    <message>
        <source>Consulta de Movimientos</source>
        <translation>Account Statement</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Descargar Estado de Cuenta en Excel</source>
        <translation>Download the statement of account as Excel</translation>
    </message>
    <message>
        <source>Descargar Estado de Cuenta en PDF</source>
        <translation>Download the statement of account as PDF</translation>
    </message>
    <message>
        <source>Más formas</source>
        <translation>More ways</translation>
    </message>
    <message>
        <source>Movimientos del contrato</source>
        <translation>Movements of the contract</translation>
    </message>
    <message>
        <source>Guardar Estado de Cuenta</source>
        <translation>Save statement of account</translation>
    </message>
    <message>
        <source>Estado de cuenta generado en {0}.</source>
        <translation>Statement of account written to {0}.</translation>
    </message>
    <message>
        <source>Ver e imprimir</source>
        <translation>View and print</translation>
    </message>
    <message>
        <source>Descargar CSV</source>
        <translation>Download CSV</translation>
    </message>
    <message>
        <source>Todos mis contratos en PDF</source>
        <translation>All my contracts as PDF</translation>
    </message>
    <message>
        <source>Todos mis contratos en Excel</source>
        <translation>All my contracts as Excel</translation>
    </message>
    <message>
        <source>Todos mis contratos en CSV</source>
        <translation>All my contracts as CSV</translation>
    </message>
    <message>
        <source>En conciliación: un movimiento todavía se está imputando a sus facturas. El saldo puede variar.</source>
        <translation>Being reconciled: a movement is still being allocated to its invoices. The balance may change.</translation>
    </message>
    <message>
        <source>Su empresa no ofrece la consulta de movimientos por este medio.</source>
        <translation>Your utility does not offer the statement here.</translation>
    </message>
    <message>
        <source>Puede ver lo que debe en Mis Facturas.</source>
        <translation>You can see what you owe in My Invoices.</translation>
    </message>
    <message>
        <source>Ir a Mis Facturas</source>
        <translation>Go to My Invoices</translation>
    </message>
    <message>
        <source>Todavía no hay movimientos en este contrato.</source>
        <translation>There are no movements on this contract yet.</translation>
    </message>
    <message>
        <source>El primero aparecerá aquí con su primera factura.</source>
        <translation>The first one will appear here with its first invoice.</translation>
    </message>
    <message>
        <source>Sincronizar</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Ningún movimiento del período coincide con el filtro.</source>
        <translation>No movement of the period matches the filter.</translation>
    </message>
    <message>
        <source>Pruebe con otro tipo o con otras palabras.</source>
        <translation>Try another type or other words.</translation>
    </message>
    <message>
        <source>Quitar filtros</source>
        <translation>Remove filters</translation>
    </message>
    <message>
        <source>No hay movimientos entre {0} y {1}.</source>
        <translation>There are no movements between {0} and {1}.</translation>
    </message>
    <message>
        <source>Elija otro período.</source>
        <translation>Choose another period.</translation>
    </message>
    <message>
        <source>Período habitual</source>
        <translation>Usual period</translation>
    </message>
</context>
<context>
    <name>MovementFigures</name>
    <message>
        <source>Cargos del período</source>
        <translation>Charges of the period</translation>
    </message>
    <message>
        <source>Pagos y créditos</source>
        <translation>Payments and credits</translation>
    </message>
    <message>
        <source>Saldo anterior</source>
        <translation>Previous balance</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Saldo al {0}</source>
        <translation>Balance on {0}</translation>
    </message>
    <message>
        <source>A pagar</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>Sin deuda</source>
        <translation>No debt</translation>
    </message>
    <message>
        <source>A su favor</source>
        <translation>In your favour</translation>
    </message>
    <message>
        <source>Saldo a favor</source>
        <translation>Balance in your favour</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>Not yet due</translation>
    </message>
    <message>
        <source>Vencido {0}–{1} días</source>
        <translation>Overdue {0}–{1} days</translation>
    </message>
    <message>
        <source>Vencido +{0} días</source>
        <translation>Overdue +{0} days</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>MovementFilters</name>
    <message>
        <source>Desde</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Tipo de movimiento</source>
        <translation>Type of movement</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Pendientes</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mostrar</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Filtrar movimientos</source>
        <translation>Filter movements</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Tipo: todos</source>
        <translation>Type: all</translation>
    </message>
    <message>
        <source>Escriba «Desde» como día/mes/año, por ejemplo 1/3/2026.</source>
        <translation>Write «From» as day/month/year, for example 1/3/2026.</translation>
    </message>
    <message>
        <source>Escriba «Hasta» como día/mes/año, por ejemplo 1/3/2026.</source>
        <translation>Write «To» as day/month/year, for example 1/3/2026.</translation>
    </message>
    <message>
        <source>«Desde» no puede ser posterior a «Hasta».</source>
        <translation>«From» cannot be after «To».</translation>
    </message>
    <message>
        <source>El período máximo es de {0} meses.</source>
        <translation>The longest period is {0} months.</translation>
    </message>
    <message>
        <source>Período habitual</source>
        <translation>Usual period</translation>
    </message>
</context>
<context>
    <name>MovementPanel</name>
    <message>
        <source>Detalle del movimiento</source>
        <translation>Movement in detail</translation>
    </message>
    <message>
        <source>Ver factura {0}</source>
        <translation>See invoice {0}</translation>
    </message>
    <message>
        <source>Concepto</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Debe</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Haber</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Falta pagar</source>
        <translation>Still to pay</translation>
    </message>
    <message>
        <source>Queda a su favor</source>
        <translation>Left in your favour</translation>
    </message>
    <message>
        <source>Imputado a</source>
        <translation>Allocated to</translation>
    </message>
    <message>
        <source>Saldo de la cuenta</source>
        <translation>Balance of the account</translation>
    </message>
</context>
<context>
    <name>MovementPapers</name>
    <message>
        <source>Estado de cuenta · Contrato {0}</source>
        <translation>Statement of account · Contract {0}</translation>
    </message>
</context>
<context>
    <name>MovementWords</name>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Nota de crédito</source>
        <translation>Credit note</translation>
    </message>
    <message>
        <source>Nota de débito</source>
        <translation>Debit note</translation>
    </message>
    <message>
        <source>Pago</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Reverso de pago</source>
        <translation>Payment reversal</translation>
    </message>
    <message>
        <source>Interés por mora</source>
        <translation>Late interest</translation>
    </message>
    <message>
        <source>Compensación</source>
        <translation>Compensation</translation>
    </message>
    <message>
        <source>Depósito de garantía</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>Devolución</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Acuerdo de pago</source>
        <translation>Payment agreement</translation>
    </message>
    <message>
        <source>Cuota de acuerdo</source>
        <translation>Agreement instalment</translation>
    </message>
    <message>
        <source>Ajuste</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>Cargo por reconexión</source>
        <translation>Reconnection charge</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>Not yet due</translation>
    </message>
    <message>
        <source>Saldada en parte</source>
        <translation>Settled in part</translation>
    </message>
    <message>
        <source>Vencida</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Pago en proceso</source>
        <translation>Payment under way</translation>
    </message>
    <message>
        <source>En reclamo</source>
        <translation>In a claim</translation>
    </message>
    <message>
        <source>En acuerdo</source>
        <translation>In an agreement</translation>
    </message>
    <message>
        <source>Saldada</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>A favor</source>
        <translation>In credit</translation>
    </message>
    <message>
        <source>Imputado</source>
        <translation>Allocated</translation>
    </message>
    <message numerus="yes">
        <source>Imputado a {0} y %n más</source>
        <translation>
            <numerusform>Allocated to {0} and %n more</numerusform>
            <numerusform>Allocated to {0} and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Imputado a {0}</source>
        <translation>Allocated to {0}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Cerrar aviso</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Marcar como leído</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Marcar como no leído</source>
        <translation>Mark as unread</translation>
    </message>
    <message>
        <source>Leído</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Sin leer</source>
        <translation>Unread</translation>
    </message>
</context>
<context>
    <name>NoticePreferences</name>
    <message>
        <source>Avisos</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Mostrarlos también como notificaciones del sistema</source>
        <translation>Show them as desktop notifications too</translation>
    </message>
    <message>
        <source>Incluir importes y nombres de contrato en la notificación</source>
        <translation>Include amounts and contract names in the notification</translation>
    </message>
    <message>
        <source>Otras personas pueden ver las notificaciones de este equipo.</source>
        <translation>Other people may see the notifications of this computer.</translation>
    </message>
    <message>
        <source>Este sistema no ofrece un lugar para mostrarlas.</source>
        <translation>This system has no place to show them.</translation>
    </message>
    <message>
        <source>{0}: días de anticipación</source>
        <translation>{0}: days ahead</translation>
    </message>
    <message>
        <source>El mismo día</source>
        <translation>The same day</translation>
    </message>
    <message>
        <source>1 día antes</source>
        <translation>1 day before</translation>
    </message>
    <message>
        <source>{0} días antes</source>
        <translation>{0} days before</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Facturas por vencer</source>
        <translation>Invoices about to be due</translation>
    </message>
    <message>
        <source>Facturas vencidas</source>
        <translation>Overdue invoices</translation>
    </message>
    <message>
        <source>Facturas nuevas</source>
        <translation>New invoices</translation>
    </message>
    <message>
        <source>Corte de su suministro</source>
        <translation>Cut of your supply</translation>
    </message>
    <message>
        <source>Período para aportar la lectura</source>
        <translation>Period for giving the reading</translation>
    </message>
    <message>
        <source>Respuestas a sus trámites</source>
        <translation>Answers to your matters</translation>
    </message>
    <message>
        <source>Cuotas de acuerdos</source>
        <translation>Agreement instalments</translation>
    </message>
    <message>
        <source>Solicitudes de suministro</source>
        <translation>Supply requests</translation>
    </message>
    <message>
        <source>Envío de la factura por mail</source>
        <translation>Invoices sent by e-mail</translation>
    </message>
    <message>
        <source>Cortes programados y avisos de la empresa</source>
        <translation>Planned outages and notices of the utility</translation>
    </message>
    <message>
        <source>Aviso de la empresa</source>
        <translation>Notice of the utility</translation>
    </message>
    <message>
        <source>hoy</source>
        <translation>today</translation>
    </message>
    <message>
        <source>mañana</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>el {0}</source>
        <translation>on {0}</translation>
    </message>
    <message>
        <source>{0} a las {1}</source>
        <translation>{0} at {1}</translation>
    </message>
    <message>
        <source>La factura {0} de {1} vence {2}.</source>
        <translation>Invoice {0} of {1} is due {2}.</translation>
    </message>
    <message>
        <source>Factura por vencer</source>
        <translation>Invoice about to be due</translation>
    </message>
    <message>
        <source>Ver factura</source>
        <translation>See invoice</translation>
    </message>
    <message>
        <source>Tiene {0} vencidos desde el {1}.</source>
        <translation>You owe {0} since {1}.</translation>
    </message>
    <message>
        <source>Ver facturas</source>
        <translation>See invoices</translation>
    </message>
    <message>
        <source>Se emitió la factura {0} por {1}.</source>
        <translation>Invoice {0} of {1} was issued.</translation>
    </message>
    <message>
        <source>Se emitió la factura {0} por {1}. Vence {2}.</source>
        <translation>Invoice {0} of {1} was issued. Due {2}.</translation>
    </message>
    <message>
        <source>Factura nueva</source>
        <translation>New invoice</translation>
    </message>
    <message>
        <source>Desde {0}.</source>
        <translation>From {0}.</translation>
    </message>
    <message>
        <source>Ver más</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Ver respuesta</source>
        <translation>See answer</translation>
    </message>
    <message>
        <source>Ver solicitud</source>
        <translation>See request</translation>
    </message>
    <message>
        <source>Ver acuerdo</source>
        <translation>See agreement</translation>
    </message>
    <message>
        <source>Ver envío de la factura</source>
        <translation>See how the invoice is sent</translation>
    </message>
    <message>
        <source>Suministro cortado</source>
        <translation>Supply cut</translation>
    </message>
    <message>
        <source>Contrato con suministro cortado desde {2}.</source>
        <translation>Contract whose supply was cut on {2}.</translation>
    </message>
    <message>
        <source>Solicitar reconexión</source>
        <translation>Request reconnection</translation>
    </message>
    <message>
        <source>Pronto podrá aportar su lectura</source>
        <translation>Soon you can give your reading</translation>
    </message>
    <message>
        <source>El período abre {0}.</source>
        <translation>The period opens {0}.</translation>
    </message>
    <message>
        <source>Ver período</source>
        <translation>See period</translation>
    </message>
    <message>
        <source>Puede aportar su lectura</source>
        <translation>You can give your reading</translation>
    </message>
    <message>
        <source>El período está abierto y cierra {0}.</source>
        <translation>The period is open and closes {0}.</translation>
    </message>
    <message>
        <source>Aportar lectura</source>
        <translation>Give reading</translation>
    </message>
    <message>
        <source>El período de lectura está por cerrar</source>
        <translation>The reading period is about to close</translation>
    </message>
    <message>
        <source>Aporte su lectura: el período cierra {0}.</source>
        <translation>Give your reading: the period closes {0}.</translation>
    </message>
    <message>
        <source>Respondimos su pregunta {0}</source>
        <translation>We answered your question {0}</translation>
    </message>
    <message>
        <source>Respondimos su trámite {0}</source>
        <translation>We answered your claim {0}</translation>
    </message>
    <message>
        <source>Su trámite {0} espera un dato suyo</source>
        <translation>Your matter {0} waits for something from you</translation>
    </message>
    <message>
        <source>Responder</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Falta la entrega inicial de su acuerdo</source>
        <translation>The down payment of your agreement is missing</translation>
    </message>
    <message>
        <source>Pague {3} del acuerdo {0}: vence {2}.</source>
        <translation>Pay {3} of agreement {0}: due {2}.</translation>
    </message>
    <message>
        <source>Cuota por vencer</source>
        <translation>Instalment about to be due</translation>
    </message>
    <message>
        <source>La próxima cuota del acuerdo {0}, de {3}, vence {2}.</source>
        <translation>The next instalment of agreement {0}, {3}, is due {2}.</translation>
    </message>
    <message>
        <source>Cuotas vencidas</source>
        <translation>Overdue instalments</translation>
    </message>
    <message>
        <source>Del acuerdo {0} debe {3} desde {2}.</source>
        <translation>Of agreement {0} you owe {3} since {2}.</translation>
    </message>
    <message>
        <source>Su solicitud {0} tiene fecha</source>
        <translation>Your request {0} has a date</translation>
    </message>
    <message>
        <source>La visita es {2}, de {1}.</source>
        <translation>The visit is {2}, {1}.</translation>
    </message>
    <message>
        <source>Su solicitud {0} espera algo de usted</source>
        <translation>Your request {0} waits for something from you</translation>
    </message>
    <message>
        <source>La visita de su solicitud {0} no se pudo hacer</source>
        <translation>The visit of your request {0} could not be made</translation>
    </message>
    <message>
        <source>Su solicitud {0} está cumplida</source>
        <translation>Your request {0} is done</translation>
    </message>
    <message>
        <source>Su solicitud {0} terminó sin cumplirse</source>
        <translation>Your request {0} ended without being done</translation>
    </message>
    <message>
        <source>Falta confirmar su correo</source>
        <translation>Your e-mail is to be confirmed</translation>
    </message>
    <message>
        <source>Confirme {0} desde el correo que le enviamos.</source>
        <translation>Confirm {0} from the e-mail that we sent you.</translation>
    </message>
    <message>
        <source>Los correos con su factura fueron rechazados</source>
        <translation>The e-mails with your invoice were rejected</translation>
    </message>
    <message>
        <source>Actualice {0}; mientras tanto recibirá la factura en papel.</source>
        <translation>Update {0}; meanwhile you will receive the invoice on paper.</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Marcar todos como leídos</source>
        <translation>Mark all as read</translation>
    </message>
    <message>
        <source>Elegir qué avisos recibir</source>
        <translation>Choose which notices to get</translation>
    </message>
    <message>
        <source>Avisos que se muestran</source>
        <translation>Notices shown</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Sin leer</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Leyó todos sus avisos.</source>
        <translation>You have read all your notices.</translation>
    </message>
    <message>
        <source>Avisos</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>No tiene avisos.</source>
        <translation>You have no notices.</translation>
    </message>
    <message>
        <source>Acá le avisamos de vencimientos, períodos de lectura y respuestas.</source>
        <translation>Here we tell you of due dates, reading periods and answers.</translation>
    </message>
</context>
<context>
    <name>NoticesViewModel</name>
    <message>
        <source>Para todos los clientes</source>
        <translation>For all customers</translation>
    </message>
    <message>
        <source>hoy</source>
        <translation>today</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>Pagar</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Ver acuerdos</source>
        <translation>See agreements</translation>
    </message>
    <message>
        <source>Ver solicitud</source>
        <translation>See request</translation>
    </message>
    <message>
        <source>Ir a Reconexión</source>
        <translation>Go to Reconnection</translation>
    </message>
    <message>
        <source>Ver Pendientes de envío</source>
        <translation>See what waits to be sent</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Datos de ejemplo</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>Sin actualizar todavía</source>
        <translation>Not updated yet</translation>
    </message>
    <message>
        <source>Datos de hace más de un día: {0}</source>
        <translation>Data more than a day old: {0}</translation>
    </message>
    <message>
        <source>Actualizado hoy {0}</source>
        <translation>Updated today {0}</translation>
    </message>
    <message>
        <source>Actualizado el {0}</source>
        <translation>Updated on {0}</translation>
    </message>
</context>
<context>
    <name>PageSpec</name>
    <message>
        <source>Inicio</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Mis Facturas</source>
        <translation>My Invoices</translation>
    </message>
    <message>
        <source>Consultar Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Pendientes de envío</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Aportar Lectura</source>
        <translation>Give a Reading</translation>
    </message>
    <message>
        <source>Mi cuenta</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>Acuerdos de Pago</source>
        <translation>Payment Agreements</translation>
    </message>
    <message>
        <source>Preguntas y Reclamaciones</source>
        <translation>Questions and Claims</translation>
    </message>
    <message>
        <source>Nueva Pregunta</source>
        <translation>New Question</translation>
    </message>
    <message>
        <source>Nuevo Trámite</source>
        <translation>New Claim</translation>
    </message>
    <message>
        <source>Solicitar factura electrónica</source>
        <translation>Request e-invoice</translation>
    </message>
    <message>
        <source>Preguntas Frecuentes</source>
        <translation>Frequent Questions</translation>
    </message>
    <message>
        <source>Consulta de Movimientos</source>
        <translation>Account Statement</translation>
    </message>
    <message>
        <source>Avisos</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Solicitudes de Suministro</source>
        <translation>Supply Requests</translation>
    </message>
    <message>
        <source>Reconexión</source>
        <translation>Reconnection</translation>
    </message>
    <message>
        <source>Cambio de Titular</source>
        <translation>Change of Holder</translation>
    </message>
</context>
<context>
    <name>PageStack</name>
    <message>
        <source>Página</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Buscar páginas, acciones, facturas, medidores</source>
        <translation>Search pages, actions, invoices, meters</translation>
    </message>
    <message>
        <source>No se encontró nada con ese texto.</source>
        <translation>Nothing was found with that text.</translation>
    </message>
</context>
<context>
    <name>PaperFace</name>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Imprimir…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Guardar como…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>No hay impresoras en este equipo. Puede guardar el PDF.</source>
        <translation>There are no printers on this computer. You can save the PDF.</translation>
    </message>
    <message>
        <source>Imprimiendo página {0} de {1}</source>
        <translation>Printing page {0} of {1}</translation>
    </message>
    <message>
        <source>El documento se envió a la impresora.</source>
        <translation>The document was sent to the printer.</translation>
    </message>
    <message>
        <source>La impresión se detuvo antes de terminar.</source>
        <translation>Printing stopped before the end.</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>El duplicado no está disponible aún; vuelva a intentar más tarde.</source>
        <translation>The duplicate is not available yet; try again later.</translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>El documento no se puede mostrar.</source>
        <translation>The document cannot be shown.</translation>
    </message>
    <message>
        <source>El archivo no es un PDF válido. Puede guardarlo o pedirlo otra vez.</source>
        <translation>The file is not a valid PDF. You can save it or ask for it again.</translation>
    </message>
</context>
<context>
    <name>PaperSaving</name>
    <message>
        <source>Guardar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Documentos PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <source>Se guardó {0}.</source>
        <translation>{0} was saved.</translation>
    </message>
    <message>
        <source>Abrir carpeta</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Elegir otro lugar</source>
        <translation>Choose another place</translation>
    </message>
</context>
<context>
    <name>PayStrip</name>
    <message>
        <source>Ir al banco</source>
        <translation>Go to the bank</translation>
    </message>
    <message>
        <source>Consultar ahora</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Cancelar pago</source>
        <translation>Cancel payment</translation>
    </message>
    <message>
        <source>Verificando su pago de {0}</source>
        <translation>Verifying your payment of {0}</translation>
    </message>
    <message>
        <source>Complete el pago de {0} en su banco</source>
        <translation>Complete the payment of {0} at your bank</translation>
    </message>
    <message>
        <source>Verificando si el pago de {0} se inició</source>
        <translation>Verifying whether the payment of {0} began</translation>
    </message>
    <message>
        <source>Se perdió la respuesta del servidor. No vuelva a pagar.</source>
        <translation>The server&apos;s answer was lost. Do not pay again.</translation>
    </message>
</context>
<context>
    <name>PayWindow</name>
    <message>
        <source>Pagar</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Cupón para redes de cobranza</source>
        <translation>Coupon for collection networks</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ir al banco</source>
        <translation>Go to the bank</translation>
    </message>
    <message>
        <source>Saldo al {0}</source>
        <translation>Balance on {0}</translation>
    </message>
    <message>
        <source>Iniciando el pago…</source>
        <translation>Beginning the payment…</translation>
    </message>
    <message>
        <source>venció el {0}</source>
        <translation>was due {0}</translation>
    </message>
    <message>
        <source>vence el {0}</source>
        <translation>due {0}</translation>
    </message>
    <message>
        <source>Será dirigido al sitio de {0}, en su navegador. Al terminar vuelva aquí: el pago vale cuando el banco lo confirma.</source>
        <translation>You will be taken to the site of {0}, in your browser. Come back here when done: the payment counts once the bank confirms it.</translation>
    </message>
    <message>
        <source>Elija el banco con el que va a pagar.</source>
        <translation>Choose the bank you are going to pay with.</translation>
    </message>
    <message>
        <source>Total a pagar</source>
        <translation>Total to pay</translation>
    </message>
    <message>
        <source>Qué paga</source>
        <translation>What you pay</translation>
    </message>
    <message>
        <source>Seleccionar banco</source>
        <translation>Choose bank</translation>
    </message>
</context>
<context>
    <name>PayWords</name>
    <message>
        <source>Iniciando</source>
        <translation>Beginning</translation>
    </message>
    <message>
        <source>Falta completar en el banco</source>
        <translation>To be completed at the bank</translation>
    </message>
    <message>
        <source>Verificando</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>Aprobado</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Rechazado</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Cancelado</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Recibido, en revisión</source>
        <translation>Received, under review</translation>
    </message>
    <message>
        <source>El pago llegó cuando la operación ya había vencido. La empresa lo revisa.</source>
        <translation>The payment arrived after the operation had expired. The utility is reviewing it.</translation>
    </message>
    <message>
        <source>El banco informó dos cobros. La empresa devolverá o acreditará el sobrante.</source>
        <translation>The bank reported two charges. The utility will refund or credit the excess.</translation>
    </message>
    <message>
        <source>Llegó menos de lo pedido. Lo recibido se acreditó y la empresa lo revisa.</source>
        <translation>Less than asked arrived. What arrived was credited and the utility is reviewing it.</translation>
    </message>
    <message>
        <source>Llegó más de lo pedido. La empresa devolverá o acreditará el sobrante.</source>
        <translation>More than asked arrived. The utility will refund or credit the excess.</translation>
    </message>
    <message>
        <source>Lo que pagó ya estaba saldado. La empresa devolverá o acreditará el dinero.</source>
        <translation>What you paid was already settled. The utility will refund or credit the money.</translation>
    </message>
    <message>
        <source>El banco cobró en otra moneda. La empresa lo revisa.</source>
        <translation>The bank charged in another currency. The utility is reviewing it.</translation>
    </message>
    <message>
        <source>La empresa revisa este pago.</source>
        <translation>The utility is reviewing this payment.</translation>
    </message>
    <message>
        <source>El banco todavía no respondió. La empresa lo consulta; no vuelva a pagar.</source>
        <translation>The bank has not answered yet. The utility is asking; do not pay again.</translation>
    </message>
    <message>
        <source>Ya hay un pago en curso para esta factura.</source>
        <translation>There is already a payment under way for this invoice.</translation>
    </message>
    <message>
        <source>El saldo cambió desde la última actualización. Revise el importe.</source>
        <translation>The balance changed since the last update. Check the amount.</translation>
    </message>
    <message>
        <source>La factura {0} está en reclamo y no se paga hasta que se responda.</source>
        <translation>Invoice {0} is in a claim and is not paid until it is answered.</translation>
    </message>
    <message>
        <source>Esta factura integra el acuerdo N° {0}; pague la cuota correspondiente.</source>
        <translation>This invoice is part of agreement no. {0}; pay its instalment.</translation>
    </message>
    <message>
        <source>La factura {0} tiene un pago en proceso; no vuelva a pagar.</source>
        <translation>Invoice {0} has a payment under way; do not pay again.</translation>
    </message>
    <message>
        <source>Primero hay que pagar la factura {0}.</source>
        <translation>Invoice {0} has to be paid first.</translation>
    </message>
    <message>
        <source>{bank} no está disponible en este momento. Elija otro medio.</source>
        <translation>{bank} is not available at the moment. Choose another way.</translation>
    </message>
    <message>
        <source>El importe está fuera de los límites de {bank}. Elija otro medio.</source>
        <translation>The amount is outside the limits of {bank}. Choose another way.</translation>
    </message>
    <message>
        <source>{bank} no recibe esta moneda. Elija otro medio.</source>
        <translation>{bank} does not take this currency. Choose another way.</translation>
    </message>
    <message>
        <source>Su empresa no recibe pagos por banco.</source>
        <translation>Your utility does not take payments through a bank.</translation>
    </message>
    <message>
        <source>No se puede pagar así. Sincronice y vuelva a intentar.</source>
        <translation>This cannot be paid. Sync and try again.</translation>
    </message>
    <message>
        <source>Su empresa no tiene cupones para redes de cobranza.</source>
        <translation>Your utility has no coupons for collection networks.</translation>
    </message>
    <message>
        <source>Los datos guardados son demasiado viejos para un cupón. Conéctese y sincronice.</source>
        <translation>The kept data are too old for a coupon. Connect and sync.</translation>
    </message>
    <message>
        <source>No hay nada que pagar.</source>
        <translation>There is nothing to pay.</translation>
    </message>
    <message>
        <source>El importe no entra en un cupón. Elija menos facturas.</source>
        <translation>The amount does not fit a coupon. Choose fewer invoices.</translation>
    </message>
    <message>
        <source>En mantenimiento hasta {0}</source>
        <translation>Under maintenance until {0}</translation>
    </message>
    <message>
        <source>No disponible en este momento</source>
        <translation>Not available at the moment</translation>
    </message>
    <message>
        <source>No recibe {0}</source>
        <translation>Does not take {0}</translation>
    </message>
    <message>
        <source>El mínimo es {0}</source>
        <translation>The least is {0}</translation>
    </message>
    <message>
        <source>Sin máximo</source>
        <translation>No maximum</translation>
    </message>
    <message>
        <source>El importe supera el máximo de {0}</source>
        <translation>The amount is above the maximum of {0}</translation>
    </message>
    <message>
        <source>Hasta {0}</source>
        <translation>Up to {0}</translation>
    </message>
    <message>
        <source>Pago aprobado por {0}. Comprobante N° {1}.</source>
        <translation>Payment of {0} approved. Receipt no. {1}.</translation>
    </message>
    <message>
        <source>El banco rechazó la operación: {0}. No se realizó ningún cargo.</source>
        <translation>The bank refused the operation: {0}. Nothing was charged.</translation>
    </message>
    <message>
        <source>sin motivo</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>La operación venció sin completarse.</source>
        <translation>The operation expired without being completed.</translation>
    </message>
    <message>
        <source>El pago se canceló. No se realizó ningún cargo.</source>
        <translation>The payment was cancelled. Nothing was charged.</translation>
    </message>
    <message>
        <source>Su pago está siendo confirmado por {0}. Puede demorar; no vuelva a pagar.</source>
        <translation>Your payment is being confirmed by {0}. It may take a while; do not pay again.</translation>
    </message>
    <message>
        <source>Complete el pago en {0} antes de las {1}.</source>
        <translation>Complete the payment at {0} before {1}.</translation>
    </message>
</context>
<context>
    <name>Paying</name>
    <message>
        <source>Cupón de pago de {0}</source>
        <translation>Payment coupon of {0}</translation>
    </message>
    <message>
        <source>Comprobante {0}</source>
        <translation>Receipt {0}</translation>
    </message>
    <message>
        <source>El pago se inició. Complételo en su banco.</source>
        <translation>The payment began. Complete it at your bank.</translation>
    </message>
    <message>
        <source>El pago no llegó a iniciarse. No se realizó ningún cargo.</source>
        <translation>The payment did not begin. Nothing was charged.</translation>
    </message>
    <message>
        <source>Ir al banco</source>
        <translation>Go to the bank</translation>
    </message>
    <message>
        <source>La página que indicó el servidor no es de {0}, y no se abrió. Avise a la empresa.</source>
        <translation>The page named by the server is not of {0} and was not opened. Tell the utility.</translation>
    </message>
    <message>
        <source>No se pudo abrir el navegador. Pruebe otra vez.</source>
        <translation>The browser could not be opened. Try again.</translation>
    </message>
    <message>
        <source>Ver comprobante</source>
        <translation>See receipt</translation>
    </message>
    <message>
        <source>Pagar otra vez</source>
        <translation>Pay again</translation>
    </message>
    <message>
        <source>El saldo cambió desde la última actualización. Revise el importe: {0} → {1}.</source>
        <translation>The balance changed since the last update. Check the amount: {0} → {1}.</translation>
    </message>
    <message>
        <source>Seleccione al menos una factura.</source>
        <translation>Choose at least one invoice.</translation>
    </message>
    <message>
        <source>Primero hay que pagar la factura {0}.</source>
        <translation>Invoice {0} has to be paid first.</translation>
    </message>
    <message>
        <source>Pagó hace menos de {0} horas: la acreditación puede estar en curso.</source>
        <translation>You paid less than {0} hours ago: it may still be on its way.</translation>
    </message>
    <message>
        <source>Sin conexión no se puede pagar por el banco. Puede pagar con un cupón en una red de cobranza.</source>
        <translation>Without a connection you cannot pay through the bank. You can pay with a coupon at a collection network.</translation>
    </message>
    <message>
        <source>Generar cupón</source>
        <translation>Make coupon</translation>
    </message>
    <message>
        <source>No se pudo guardar el pago en este equipo, y no se inició.</source>
        <translation>The payment could not be kept on this computer and did not begin.</translation>
    </message>
</context>
<context>
    <name>PaymentColumns</name>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Banco</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Facturas</source>
        <translation>Invoices</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Ver comprobante</source>
        <translation>See receipt</translation>
    </message>
    <message>
        <source>Ir al banco</source>
        <translation>Go to the bank</translation>
    </message>
    <message>
        <source>Reclamar pago no imputado</source>
        <translation>Claim a payment that was not credited</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Banco</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Iniciado</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Referencia del banco</source>
        <translation>Bank&apos;s reference</translation>
    </message>
    <message>
        <source>Pagado</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Recibido</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Acreditado</source>
        <translation>Credited</translation>
    </message>
</context>
<context>
    <name>PaymentsFace</name>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pagos del contrato</source>
        <translation>Payments of the contract</translation>
    </message>
    <message>
        <source>Pagos por banco</source>
        <translation>Payments through a bank</translation>
    </message>
    <message>
        <source>Todavía no pagó por banco desde aquí.</source>
        <translation>You have not paid through a bank from here yet.</translation>
    </message>
    <message>
        <source>Los pagos por otros medios figuran en Consulta de Movimientos.</source>
        <translation>Payments made in other ways are in Account Statement.</translation>
    </message>
    <message>
        <source>Volver a las facturas</source>
        <translation>Back to the invoices</translation>
    </message>
    <message>
        <source>Pago</source>
        <translation>Payment</translation>
    </message>
</context>
<context>
    <name>PdfViewer</name>
    <message>
        <source>Páginas del documento</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>Página</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Alejar</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Acercar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Página entera</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Buscar en el documento</source>
        <translation>Search in the document</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Siguiente</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Ancho de página</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>de {0}</source>
        <translation>of {0}</translation>
    </message>
    <message>
        <source>Sin resultados</source>
        <translation>No results</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>PendingColumns</name>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Qué</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Contenido</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Contrato</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Ingresado</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
</context>
<context>
    <name>PendingPage</name>
    <message>
        <source>Pendientes de envío</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Exportar comprobantes…</source>
        <translation>Export receipts…</translation>
    </message>
    <message>
        <source>Envíos</source>
        <translation>Submissions</translation>
    </message>
    <message>
        <source>Enviar ahora</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>No hay nada pendiente de envío.</source>
        <translation>Nothing is waiting to be sent.</translation>
    </message>
    <message>
        <source>Lo que ingrese sin conexión espera acá hasta que se pueda enviar.</source>
        <translation>What you enter without a connection waits here until it can be sent.</translation>
    </message>
    <message>
        <source>Ir a Inicio</source>
        <translation>Go to Home</translation>
    </message>
</context>
<context>
    <name>PendingPanel</name>
    <message>
        <source>Anular</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Comprobar ahora</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Descartar…</source>
        <translation>Discard…</translation>
    </message>
    <message>
        <source>DESCARTAR</source>
        <translation>DISCARD</translation>
    </message>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Corregir y enviar</source>
        <translation>Correct and send</translation>
    </message>
    <message>
        <source>Contrato</source>
        <translation>Contract</translation>
    </message>
</context>
<context>
    <name>PendingViewModel</name>
    <message>
        <source>Se guardó {0}.</source>
        <translation>{0} was saved.</translation>
    </message>
    <message>
        <source>El servidor todavía no lo tiene. Se envía de nuevo ahora.</source>
        <translation>The server does not have it yet. It is being sent again now.</translation>
    </message>
    <message>
        <source>{0}: el período cerró el {1} antes de que se pudiera enviar.</source>
        <translation>{0}: the period closed on {1} before it could be sent.</translation>
    </message>
    <message>
        <source>{0}: el período cierra el {1} y todavía no se envió. Conéctese.</source>
        <translation>{0}: the period closes on {1} and it was not sent yet. Please connect.</translation>
    </message>
    <message>
        <source>Ingresado</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Primer envío</source>
        <translation>First sent</translation>
    </message>
    <message>
        <source>Intentos</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Identificación</source>
        <translation>Identification</translation>
    </message>
    <message>
        <source>Huella (SHA-256)</source>
        <translation>Digest (SHA-256)</translation>
    </message>
</context>
<context>
    <name>PeriodsCard</name>
    <message>
        <source>Consumo por período</source>
        <translation>Consumption per period</translation>
    </message>
    <message>
        <source>Flechas izquierda y derecha: recorrer los períodos. Enter: ver la lectura.</source>
        <translation>Left and right arrows: move along the periods. Enter: see the reading.</translation>
    </message>
    <message>
        <source>Consumo por período, como tabla</source>
        <translation>Consumption per period, as a table</translation>
    </message>
    <message>
        <source>{0} meses</source>
        <translation>{0} months</translation>
    </message>
    <message>
        <source>Meses a la vista</source>
        <translation>Months in view</translation>
    </message>
    <message>
        <source>Lectura real</source>
        <translation>Real reading</translation>
    </message>
    <message>
        <source>Aportada por usted</source>
        <translation>Given by you</translation>
    </message>
    <message>
        <source>Un año antes</source>
        <translation>A year before</translation>
    </message>
    <message>
        <source>Ver como gráfico</source>
        <translation>See as a chart</translation>
    </message>
    <message>
        <source>Ver como tabla</source>
        <translation>See as a table</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Como el sistema</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Claro</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Oscuro</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Los colores de la ventana. Cambia enseguida.</source>
        <translation>The colours of the window. Changes at once.</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>La empresa escribe sus avisos y facturas en el suyo.</source>
        <translation>The company writes its notices and invoices in its own.</translation>
    </message>
    <message>
        <source>Preferencias</source>
        <translation>Preferences</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>QualityWords</name>
    <message>
        <source>Real</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>Aportada</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Ajustada</source>
        <translation>Adjusted</translation>
    </message>
    <message>
        <source>Calculada</source>
        <translation>Calculated</translation>
    </message>
    <message>
        <source>Estimada</source>
        <translation>Estimated</translation>
    </message>
    <message>
        <source>Dudosa</source>
        <translation>Questionable</translation>
    </message>
    <message>
        <source>propia</source>
        <translation>own</translation>
    </message>
    <message>
        <source>ajus.</source>
        <translation>adj.</translation>
    </message>
    <message>
        <source>calc.</source>
        <translation>calc.</translation>
    </message>
    <message>
        <source>est.</source>
        <translation>est.</translation>
    </message>
    <message>
        <source>dud.</source>
        <translation>quest.</translation>
    </message>
    <message>
        <source>Tomada por la empresa</source>
        <translation>Taken by the company</translation>
    </message>
    <message>
        <source>Telemedición</source>
        <translation>Remote reading</translation>
    </message>
    <message>
        <source>Aportada por el cliente</source>
        <translation>Given by the customer</translation>
    </message>
    <message>
        <source>Aportada por teléfono</source>
        <translation>Given by phone</translation>
    </message>
    <message>
        <source>Aportada en el mostrador</source>
        <translation>Given at the counter</translation>
    </message>
    <message>
        <source>Inspección</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Calculada por el sistema</source>
        <translation>Calculated by the system</translation>
    </message>
    <message>
        <source>no se pudo acceder al medidor</source>
        <translation>the meter could not be reached</translation>
    </message>
    <message>
        <source>no había nadie en el domicilio</source>
        <translation>nobody was at home</translation>
    </message>
    <message>
        <source>no se encontró el medidor</source>
        <translation>the meter was not found</translation>
    </message>
    <message>
        <source>el inmueble estaba deshabitado</source>
        <translation>the premises were uninhabited</translation>
    </message>
    <message>
        <source>el medidor no funcionaba bien</source>
        <translation>the meter did not work well</translation>
    </message>
    <message>
        <source>el medidor no comunicó su lectura</source>
        <translation>the meter did not send its reading</translation>
    </message>
    <message>
        <source>no se pudo tomar la lectura</source>
        <translation>the reading could not be taken</translation>
    </message>
    <message>
        <source>Se tomó el consumo del mismo período del año anterior.</source>
        <translation>The consumption of the same period of the year before was taken.</translation>
    </message>
    <message>
        <source>Se multiplicó el promedio diario de los períodos anteriores por los días.</source>
        <translation>The daily mean of earlier periods was multiplied by the days.</translation>
    </message>
</context>
<context>
    <name>ReadingColumns</name>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Días</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Promedio diario</source>
        <translation>Daily mean</translation>
    </message>
    <message>
        <source>Origen</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Observación</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Período</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Un año antes</source>
        <translation>A year before</translation>
    </message>
    <message>
        <source>Diferencia</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>ReadingFigures</name>
    <message>
        <source>Último consumo</source>
        <translation>Last consumption</translation>
    </message>
    <message>
        <source>Promedio diario</source>
        <translation>Daily mean</translation>
    </message>
    <message>
        <source>Contra un año antes</source>
        <translation>Against a year before</translation>
    </message>
    <message>
        <source>Última lectura</source>
        <translation>Last reading</translation>
    </message>
    <message numerus="yes">
        <source>En %n días</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Sin dato de hace un año</source>
        <translation>Nothing from a year ago</translation>
    </message>
    <message>
        <source>Entonces fueron {0}</source>
        <translation>It was {0} then</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>Agregar foto…</source>
        <translation>Add a photo…</translation>
    </message>
    <message>
        <source>Quitar la foto</source>
        <translation>Remove the photo</translation>
    </message>
    <message>
        <source>Confirmo que la lectura es correcta</source>
        <translation>I confirm that the reading is right</translation>
    </message>
    <message>
        <source>Declaro que la lectura es la que marca el medidor</source>
        <translation>I declare that this is what the meter shows</translation>
    </message>
    <message>
        <source>Enviar lectura</source>
        <translation>Send reading</translation>
    </message>
    <message>
        <source>Volver sin cambios</source>
        <translation>Back without changes</translation>
    </message>
    <message>
        <source>Opcional. JPEG o PNG, hasta 10 MB.</source>
        <translation>Optional. JPEG or PNG, up to 10 MB.</translation>
    </message>
    <message>
        <source>Necesaria para revisar el valor. JPEG o PNG, hasta 10 MB.</source>
        <translation>Needed to check the value. JPEG or PNG, up to 10 MB.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Detalle de la lectura</source>
        <translation>Reading details</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Días</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Promedio diario</source>
        <translation>Daily mean</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>un año antes {0}</source>
        <translation>a year before {0}</translation>
    </message>
    <message>
        <source>hubo cambio de medidor</source>
        <translation>the meter was changed</translation>
    </message>
    <message>
        <source>Medidor instalado</source>
        <translation>Meter installed</translation>
    </message>
    <message>
        <source>Medidor retirado</source>
        <translation>Meter removed</translation>
    </message>
    <message>
        <source>Entrega del inmueble</source>
        <translation>Hand-over of the property</translation>
    </message>
    <message>
        <source>El medidor dio la vuelta</source>
        <translation>The meter rolled over</translation>
    </message>
    <message>
        <source>Sobre esta lectura</source>
        <translation>About this reading</translation>
    </message>
    <message>
        <source>¿Por qué es estimada?</source>
        <translation>Why is it estimated?</translation>
    </message>
    <message>
        <source>Facilite el acceso al medidor en la próxima visita, o aporte su lectura cuando el período esté abierto.</source>
        <translation>Give access to the meter at the next visit, or give your own reading while the period is open.</translation>
    </message>
    <message>
        <source>Lectura aportada por usted</source>
        <translation>Reading given by you</translation>
    </message>
    <message>
        <source>La empresa la aceptó y el período se facturó con ella.</source>
        <translation>The company accepted it and the period was invoiced with it.</translation>
    </message>
    <message>
        <source>El medidor llegó a su número más alto y volvió a empezar desde cero; el consumo ya lo tiene en cuenta.</source>
        <translation>The meter reached its highest number and began again at zero; the consumption takes that into account.</translation>
    </message>
    <message>
        <source>La empresa corrigió el valor después de revisarlo.</source>
        <translation>The company corrected the value after checking it.</translation>
    </message>
    <message>
        <source>El valor no pasó los controles y la empresa lo revisa.</source>
        <translation>The value did not pass the checks and the company is reviewing it.</translation>
    </message>
    <message>
        <source>Lectura estimada. Se ajustará con la próxima lectura real.</source>
        <translation>Estimated reading. It will be adjusted with the next real one.</translation>
    </message>
    <message>
        <source>Lectura estimada: {0}. Se ajustará con la próxima lectura real.</source>
        <translation>Estimated reading: {0}. It will be adjusted with the next real one.</translation>
    </message>
    <message>
        <source>El medidor {0} se instaló el {1}; cuenta desde {2}.</source>
        <translation>Meter {0} was installed on {1}; it counts from {2}.</translation>
    </message>
    <message>
        <source>Con {0} comenzó su contrato, el {1}.</source>
        <translation>With {0} your contract began, on {1}.</translation>
    </message>
    <message>
        <source>El medidor {0} se retiró el {1} marcando {2}.</source>
        <translation>Meter {0} was removed on {1}, showing {2}.</translation>
    </message>
    <message>
        <source>Hubo cambio de medidor en el período; el consumo suma ambos tramos.</source>
        <translation>The meter was changed in the period; the consumption adds up both parts.</translation>
    </message>
</context>
<context>
    <name>ReadingsPage</name>
    <message>
        <source>Consultar Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>¿Por qué es estimada?</source>
        <translation>Why is it estimated?</translation>
    </message>
    <message>
        <source>Lecturas del contrato</source>
        <translation>Readings of the contract</translation>
    </message>
    <message>
        <source>Lecturas</source>
        <translation>Readings</translation>
    </message>
    <message>
        <source>Unidad</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Exportar lecturas</source>
        <translation>Export readings</translation>
    </message>
    <message>
        <source>Lectura del {0}</source>
        <translation>Reading of {0}</translation>
    </message>
    <message>
        <source>Aún no hay lecturas registradas para este contrato.</source>
        <translation>There are no readings of this contract yet.</translation>
    </message>
    <message>
        <source>La primera aparecerá aquí cuando se tome.</source>
        <translation>The first will appear here when it is taken.</translation>
    </message>
    <message>
        <source>Sincronizar</source>
        <translation>Sync</translation>
    </message>
    <message numerus="yes">
        <source>Tiene %n lecturas estimadas seguidas. Aporte su lectura o solicite verificación.</source>
        <translation>
            <numerusform>You have %n estimated reading. Give your own reading or ask for a check.</numerusform>
            <numerusform>You have %n estimated readings in a row. Give your own reading or ask for a check.</numerusform>
        </translation>
    </message>
    <message>
        <source>Aportar lectura</source>
        <translation>Give a reading</translation>
    </message>
    <message>
        <source>Consumo superior al habitual en {0} %. Revise posibles pérdidas.</source>
        <translation>Consumption {0} % above the usual. Check for leaks.</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>La empresa no lo aceptó ({0}). Consulte en atención al cliente.</source>
        <translation>The utility did not accept it ({0}). Ask customer service.</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Anular</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Comprobar ahora</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Reemplazar lectura</source>
        <translation>Replace reading</translation>
    </message>
    <message>
        <source>Ver pendientes de envío</source>
        <translation>See what is waiting to be sent</translation>
    </message>
</context>
<context>
    <name>ReconnectionForm</name>
    <message>
        <source>Persona de contacto</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Teléfono de contacto</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>Día preferido</source>
        <translation>Preferred day</translation>
    </message>
    <message>
        <source>Horario preferido</source>
        <translation>Preferred time</translation>
    </message>
    <message>
        <source>De {0} a {1}</source>
        <translation>From {0} to {1}</translation>
    </message>
    <message>
        <source>Cómo llegar al medidor</source>
        <translation>How to get to the meter</translation>
    </message>
    <message>
        <source>Timbre, portería, perros, dónde está el medidor.</source>
        <translation>Bell, porter, dogs, where the meter is.</translation>
    </message>
    <message>
        <source>Matrícula del instalador</source>
        <translation>Fitter&apos;s registration number</translation>
    </message>
    <message>
        <source>El corte fue por seguridad: interviene un instalador matriculado.</source>
        <translation>The cut was for safety: a registered fitter has to act.</translation>
    </message>
    <message>
        <source>Habrá un mayor de edad en el domicilio</source>
        <translation>An adult will be at home</translation>
    </message>
    <message>
        <source>Acepto la declaración de seguridad</source>
        <translation>I accept the safety declaration</translation>
    </message>
    <message>
        <source>Cortado desde</source>
        <translation>Cut since</translation>
    </message>
    <message>
        <source>Motivo del corte</source>
        <translation>Reason of the cut</translation>
    </message>
    <message>
        <source>Deuda vencida</source>
        <translation>Overdue debt</translation>
    </message>
    <message>
        <source>Regularícela antes</source>
        <translation>Settle it first</translation>
    </message>
    <message>
        <source>Sin deuda vencida</source>
        <translation>No overdue debt</translation>
    </message>
    <message>
        <source>En su próxima factura</source>
        <translation>On your next invoice</translation>
    </message>
    <message>
        <source>Se paga antes de la visita</source>
        <translation>To be paid before the visit</translation>
    </message>
    <message>
        <source>Cargo de reconexión</source>
        <translation>Reconnection charge</translation>
    </message>
</context>
<context>
    <name>RegistrationFace</name>
    <message>
        <source>Registrarse</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Instructivo (PDF)</source>
        <translation>Guide (PDF)</translation>
    </message>
    <message>
        <source>Demostración: ver los datos de un contrato para probar</source>
        <translation>Demonstration: see the data of a contract to try</translation>
    </message>
    <message>
        <source>¿Dónde lo encuentro?</source>
        <translation>Where do I find it?</translation>
    </message>
    <message>
        <source>Leer los términos y condiciones</source>
        <translation>Read the terms and conditions</translation>
    </message>
    <message>
        <source>Registrarme</source>
        <translation>Register me</translation>
    </message>
    <message>
        <source>Esta empresa no ofrece el registro desde la aplicación.</source>
        <translation>This utility does not offer registration from the app.</translation>
    </message>
    <message>
        <source>Pida su usuario en las oficinas de atención al cliente.</source>
        <translation>Ask for a user at the customer service offices.</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Para registrarse hace falta conexión.</source>
        <translation>Registering needs a connection.</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Enviando…</source>
        <translation>Sending…</translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message>
        <source>Opción {0}</source>
        <translation>Option {0}</translation>
    </message>
    <message>
        <source>Cuotas de la opción {0}</source>
        <translation>Instalments of option {0}</translation>
    </message>
    <message>
        <source>La primera cuota, que vence el {0}</source>
        <translation>The first instalment, due {0}</translation>
    </message>
    <message>
        <source>{0} cuotas, la primera de {1}; total {2}</source>
        <translation>{0} instalments, the first of {1}; total {2}</translation>
    </message>
    <message>
        <source>Última cuota</source>
        <translation>Last instalment</translation>
    </message>
    <message>
        <source>Intereses</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>IVA s/intereses</source>
        <translation>VAT on interest</translation>
    </message>
    <message>
        <source>Total con anticipo</source>
        <translation>Total with down payment</translation>
    </message>
    <message>
        <source>Costo del acuerdo</source>
        <translation>Cost of the agreement</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Borrar filtro</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>SelfReading</name>
    <message>
        <source>Contrato {0}, {1}. El período cierra el {2} a las {3}.</source>
        <translation>Contract {0}, {1}. The period closes {2} at {3}.</translation>
    </message>
    <message>
        <source>Aportar lectura: {0}</source>
        <translation>Give reading: {0}</translation>
    </message>
</context>
<context>
    <name>SelfReadingForm</name>
    <message>
        <source>La foto que ya adjuntó</source>
        <translation>The photo you attached</translation>
    </message>
    <message>
        <source>Lectura anterior</source>
        <translation>Previous reading</translation>
    </message>
    <message>
        <source>Número de medidor</source>
        <translation>Meter number</translation>
    </message>
    <message>
        <source>Compare con el suyo</source>
        <translation>Compare with yours</translation>
    </message>
    <message>
        <source>Próxima visita</source>
        <translation>Next visit</translation>
    </message>
    <message>
        <source>Fecha prevista</source>
        <translation>Planned date</translation>
    </message>
    <message>
        <source>Consumo habitual</source>
        <translation>Usual consumption</translation>
    </message>
    <message>
        <source>Desde la lectura anterior</source>
        <translation>Since the previous reading</translation>
    </message>
    <message>
        <source>Lectura del medidor</source>
        <translation>Meter reading</translation>
    </message>
    <message>
        <source>Lectura del registro {0}</source>
        <translation>Reading of register {0}</translation>
    </message>
    <message>
        <source>{0}, {1} dígitos</source>
        <translation>{0}, {1} digits</translation>
    </message>
    <message>
        <source>Próxima factura: unos {0}. Es una estimación con los precios y el tipo de cambio ({1}) de la factura {2}.</source>
        <translation>Next bill: about {0}. This is an estimate at the prices and the exchange rate ({1}) of bill {2}.</translation>
    </message>
    <message>
        <source>Próxima factura: unos {0}. Es una estimación con los precios de la factura {1}.</source>
        <translation>Next bill: about {0}. This is an estimate at the prices of bill {1}.</translation>
    </message>
    <message>
        <source>Ya aportó una lectura en este período, el {0}.</source>
        <translation>You gave a reading for this period already, on {0}.</translation>
    </message>
    <message>
        <source>Será considerada en su próxima factura, sujeta a verificación.</source>
        <translation>It will be used for your next bill, subject to verification.</translation>
    </message>
</context>
<context>
    <name>SelfReadingPage</name>
    <message>
        <source>Lecturas que usted aportó</source>
        <translation>Readings you gave</translation>
    </message>
    <message>
        <source>Lecturas aportadas</source>
        <translation>Readings given</translation>
    </message>
    <message>
        <source>Aportar Lectura</source>
        <translation>Give a Reading</translation>
    </message>
    <message>
        <source>No hay un contrato elegido.</source>
        <translation>No contract is selected.</translation>
    </message>
    <message>
        <source>Elija uno en Inicio para aportar su lectura.</source>
        <translation>Choose one in Home to give your reading.</translation>
    </message>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Foto del medidor</source>
        <translation>Photo of the meter</translation>
    </message>
    <message>
        <source>Fotos (*.jpg *.jpeg *.png)</source>
        <translation>Photos (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Guardar recordatorio</source>
        <translation>Save reminder</translation>
    </message>
    <message>
        <source>Calendario (*.ics)</source>
        <translation>Calendar (*.ics)</translation>
    </message>
    <message>
        <source>Aportar lectura.ics</source>
        <translation>Give a reading.ics</translation>
    </message>
</context>
<context>
    <name>SelfReadingRows</name>
    <message>
        <source>Recibida, en revisión</source>
        <translation>Received, under review</translation>
    </message>
    <message>
        <source>Recibida</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>N° {0}</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>Facturada en {0}</source>
        <translation>Billed in {0}</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Detalle</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>SelfReadingViewModel</name>
    <message>
        <source>La lectura anterior ya se había enviado y no se cambió.</source>
        <translation>The earlier reading had been sent already and was not changed.</translation>
    </message>
    <message>
        <source>Complete la lectura como la muestra el medidor.</source>
        <translation>Complete the reading as the meter shows it.</translation>
    </message>
    <message>
        <source>Agregue una foto del medidor para que se pueda revisar.</source>
        <translation>Add a photo of the meter so that it can be checked.</translation>
    </message>
    <message>
        <source>Confirme que la lectura es correcta.</source>
        <translation>Confirm that the reading is right.</translation>
    </message>
    <message>
        <source>Falta declarar que la lectura es la del medidor.</source>
        <translation>You still have to declare that this is what the meter shows.</translation>
    </message>
    <message>
        <source>Se guardó {0}. Ábralo para agregarlo a su calendario.</source>
        <translation>{0} was saved. Open it to add it to your calendar.</translation>
    </message>
    <message>
        <source>Recuperamos lo que estaba completando el {0} a las {1}.</source>
        <translation>What you were filling in on {0} at {1} is here again.</translation>
    </message>
    <message>
        <source>La foto pesa más de 10 MB. Elija una más chica.</source>
        <translation>The photo is larger than 10 MB. Choose a smaller one.</translation>
    </message>
    <message>
        <source>El archivo no es una foto JPEG o PNG.</source>
        <translation>The file is not a JPEG or PNG photo.</translation>
    </message>
    <message>
        <source>No se pudo leer el archivo. Elija otro.</source>
        <translation>The file could not be read. Choose another one.</translation>
    </message>
</context>
<context>
    <name>SelfReadingWords</name>
    <message>
        <source>{0} a las {1}</source>
        <translation>{0} at {1}</translation>
    </message>
    <message>
        <source>Puede aportar su lectura hasta el {0}.</source>
        <translation>You can give your reading until {0}.</translation>
    </message>
    <message>
        <source>No está en período de aportar lectura. Podrá hacerlo del {0} al {1}.</source>
        <translation>This is not the period for giving readings. You can do so from {0} to {1}.</translation>
    </message>
    <message>
        <source>No está en período de aportar lectura. El último cerró el {0}; el próximo aparecerá acá cuando se fije.</source>
        <translation>This is not the period for giving readings. The last one closed on {0}; the next one will appear here once it is set.</translation>
    </message>
    <message>
        <source>La lectura de este período ya fue tomada el {0}: {1}.</source>
        <translation>The reading for this period was already taken on {0}: {1}.</translation>
    </message>
    <message>
        <source>Su medidor se lee en forma remota; no es necesario aportar lectura.</source>
        <translation>Your meter is read remotely; there is no need to give a reading.</translation>
    </message>
    <message>
        <source>El suministro está cortado; mientras tanto no se aporta lectura.</source>
        <translation>Supply is cut off; meanwhile no reading is given.</translation>
    </message>
    <message>
        <source>El contrato terminó; ya no se aportan lecturas.</source>
        <translation>The contract has ended; no more readings are given.</translation>
    </message>
    <message>
        <source>No hay un medidor instalado en este contrato.</source>
        <translation>No meter is installed for this contract.</translation>
    </message>
    <message>
        <source>No hay fecha de lectura programada para este contrato.</source>
        <translation>No reading date is planned for this contract.</translation>
    </message>
    <message numerus="yes">
        <source>Ingrese solo los números negros, %n dígitos, sin decimales.</source>
        <translation>
            <numerusform>Enter only the black numbers, %n digit, without decimals.</numerusform>
            <numerusform>Enter only the black numbers, %n digits, without decimals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Faltan %n dígitos. Incluya los ceros de la izquierda.</source>
        <translation>
            <numerusform>%n digit is missing. Include the zeros at the left.</numerusform>
            <numerusform>%n digits are missing. Include the zeros at the left.</numerusform>
        </translation>
    </message>
    <message>
        <source>El consumo sería cero. ¿Confirma que no hubo consumo?</source>
        <translation>Consumption would be zero. Do you confirm that nothing was used?</translation>
    </message>
    <message>
        <source>Es menor que la anterior ({0}), que fue estimada. Si es lo que marca el medidor, confirme: se descontarán {1}.</source>
        <translation>It is lower than the previous one ({0}), which was estimated. If this is what the meter shows, confirm: {1} will be taken off.</translation>
    </message>
    <message>
        <source>La lectura es menor que la anterior ({0}). Verifique el número de medidor y los dígitos. Si es correcta, agregue una foto y se enviará a revisión.</source>
        <translation>The reading is lower than the previous one ({0}). Check the meter number and the digits. If it is right, add a photo and it will be sent for review.</translation>
    </message>
    <message>
        <source>El medidor pasó por su número más alto y volvió a empezar; está tenido en cuenta.</source>
        <translation>The meter passed its highest number and started again; this is taken into account.</translation>
    </message>
    <message>
        <source>Hubo cambio de medidor; el consumo suma ambos tramos.</source>
        <translation>The meter was changed; consumption adds both stretches.</translation>
    </message>
    <message>
        <source>El consumo resultante ({0}) es mucho mayor al habitual ({1} – {2}). Verifique; si es correcto, agregue una foto y se enviará a revisión.</source>
        <translation>The resulting consumption ({0}) is much higher than usual ({1} – {2}). Check it; if it is right, add a photo and it will be sent for review.</translation>
    </message>
    <message>
        <source>El consumo resultante ({0}) es mayor al habitual ({1} – {2}). Verifique; si es correcto, confirme.</source>
        <translation>The resulting consumption ({0}) is higher than usual ({1} – {2}). Check it; if it is right, confirm.</translation>
    </message>
    <message>
        <source>El consumo resultante ({0}) es menor al habitual ({1} – {2}). Verifique; si es correcto, confirme.</source>
        <translation>The resulting consumption ({0}) is lower than usual ({1} – {2}). Check it; if it is right, confirm.</translation>
    </message>
    <message>
        <source>La empresa no la aceptó ({0}). Consulte en atención al cliente.</source>
        <translation>The utility did not accept it ({0}). Please ask customer service.</translation>
    </message>
    <message>
        <source>Deben ser solo los números negros del medidor, sin decimales.</source>
        <translation>It has to be the black numbers of the meter only, without decimals.</translation>
    </message>
    <message>
        <source>La fecha no puede ser futura.</source>
        <translation>The date cannot be in the future.</translation>
    </message>
    <message>
        <source>La fecha no puede ser anterior a la última lectura.</source>
        <translation>The date cannot be before the last reading.</translation>
    </message>
    <message>
        <source>El período para aportar lectura cerró el {0}.</source>
        <translation>The period for giving readings closed on {0}.</translation>
    </message>
    <message>
        <source>El período para aportar lectura ya cerró.</source>
        <translation>The period for giving readings has closed.</translation>
    </message>
    <message>
        <source>Es menor que la lectura anterior. Verifique el número de medidor y los dígitos.</source>
        <translation>It is lower than the previous reading. Check the meter number and the digits.</translation>
    </message>
    <message>
        <source>El consumo sería cero y no se confirmó que no hubo consumo.</source>
        <translation>Consumption would be zero, and it was not confirmed that nothing was used.</translation>
    </message>
    <message>
        <source>El consumo resultante se aparta mucho del habitual. Verifique.</source>
        <translation>The resulting consumption is far from what is usual. Please check.</translation>
    </message>
    <message>
        <source>Ya hay una lectura igual o más nueva de este período.</source>
        <translation>There is already an equal or newer reading for this period.</translation>
    </message>
    <message>
        <source>Ese medidor ya no está instalado. Sincronice y vuelva a ingresarla.</source>
        <translation>That meter is no longer installed. Sync and enter it again.</translation>
    </message>
    <message>
        <source>El contrato está cortado o terminó; no se aportan lecturas.</source>
        <translation>The contract is cut off or has ended; no readings are given.</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <source>Servidor</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Dirección del servidor</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Usar</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>La dirección que le dio su empresa</source>
        <translation>The address your utility gave you</translation>
    </message>
</context>
<context>
    <name>SeveralControl</name>
    <message>
        <source>No hay nada para elegir.</source>
        <translation>There is nothing to choose.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Oficina Virtual</source>
        <translation>Oficina Virtual</translation>
    </message>
    <message>
        <source>Contrato actual: {0}, {1}, {2}. Cambiar de contrato</source>
        <translation>Current contract: {0}, {1}, {2}. Change contract</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Nombre de usuario</source>
        <translation>Username</translation>
    </message>
    <message>
        <source>Contraseña</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mostrar contraseña</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>Ingresar</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Volver a mis datos</source>
        <translation>Back to my data</translation>
    </message>
    <message>
        <source>Olvidé mi contraseña</source>
        <translation>I forgot my password</translation>
    </message>
    <message>
        <source>Reenviar correo</source>
        <translation>Send e-mail again</translation>
    </message>
    <message>
        <source>Complete este dato.</source>
        <translation>Fill this in.</translation>
    </message>
    <message>
        <source>Complete el nombre de usuario y la contraseña.</source>
        <translation>Fill in the username and the password.</translation>
    </message>
    <message>
        <source>Ocultar contraseña</source>
        <translation>Hide password</translation>
    </message>
    <message>
        <source>Escriba una dirección que empiece con https://, sin nada detrás.</source>
        <translation>Type an address that begins with https://, with nothing behind it.</translation>
    </message>
    <message>
        <source>Ingresando…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Oficina Virtual</source>
        <translation>Oficina Virtual</translation>
    </message>
    <message>
        <source>Oficina Virtual · Área Clientes</source>
        <translation>Oficina Virtual · Customers</translation>
    </message>
    <message>
        <source>Para ingresar por primera vez hace falta conexión.</source>
        <translation>A connection is needed to sign in for the first time.</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Si los datos son correctos, recibirá un correo con instrucciones.</source>
        <translation>If the data are right, you will get an e-mail with instructions.</translation>
    </message>
</context>
<context>
    <name>SimulatorFace</name>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Simular un acuerdo</source>
        <translation>Simulate an agreement</translation>
    </message>
    <message>
        <source>Cuotas de la opción elegida</source>
        <translation>Instalments of the chosen option</translation>
    </message>
    <message>
        <source>Ver simulación en PDF</source>
        <translation>See simulation as PDF</translation>
    </message>
    <message>
        <source>Leí el texto y lo acepto para las cuotas elegidas</source>
        <translation>I read the text and accept it for the chosen instalments</translation>
    </message>
    <message>
        <source>Solicitar acuerdo</source>
        <translation>Request agreement</translation>
    </message>
    <message>
        <source>Solicitar este acuerdo</source>
        <translation>Request this agreement</translation>
    </message>
    <message>
        <source>Simulación sin valor contractual, válida hasta {0}.</source>
        <translation>Simulation without contractual value, good until {0}.</translation>
    </message>
    <message>
        <source>Total {0}</source>
        <translation>Total {0}</translation>
    </message>
    <message>
        <source>Para solicitarlo hace falta conexión: la simulación vale solo por hoy y la empresa la confirma en el momento.</source>
        <translation>Requesting it needs a connection: the simulation is good for today only and the utility confirms it at once.</translation>
    </message>
    <message>
        <source>Recuperamos lo que estaba completando el {0} a las {1}.</source>
        <translation>What you were filling in on {0} at {1} is here again.</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Deuda incluida: {0}.</source>
        <translation>Debt included: {0}.</translation>
    </message>
    <message>
        <source>Deuda incluida: {0}, más {1} de recargo por mora a la fecha con su IVA.</source>
        <translation>Debt included: {0}, plus {1} of late charge to date with its VAT.</translation>
    </message>
    <message>
        <source>TNA {0} %, TEA {1} %. IVA {2} % sobre los intereses. Sistema francés, cuotas por mes; la diferencia de redondeo va en la última. El anticipo se paga dentro de {3} días hábiles de aceptado. Caduca con {4} cuotas impagas seguidas o {5} en total.</source>
        <translation>Nominal rate {0} %, effective rate {1} %. VAT {2} % on interest. French system, monthly instalments; the rounding difference is in the last. The down payment is due within {3} working days of acceptance. It breaks at {4} unpaid instalments in a row or {5} in all.</translation>
    </message>
</context>
<context>
    <name>SimulatorViewModel</name>
    <message>
        <source>Para solicitarlo tiene que aceptar el texto.</source>
        <translation>To request it you have to accept the text.</translation>
    </message>
</context>
<context>
    <name>SkeletonRows</name>
    <message>
        <source>Cargando</source>
        <translation>Loading</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>En curso</source>
        <translation>In progress</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Paso {0} de {1}: {2}</source>
        <translation>Step {0} of {1}: {2}</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
</context>
<context>
    <name>SubmissionWords</name>
    <message>
        <source>Enviando…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Guardada, sin enviar</source>
        <translation>Saved, not sent</translation>
    </message>
    <message>
        <source>Guardada en este equipo. Se enviará al recuperar la conexión.</source>
        <translation>Saved on this computer. It will be sent when there is a connection.</translation>
    </message>
    <message>
        <source>Esperando confirmación</source>
        <translation>Waiting for confirmation</translation>
    </message>
    <message>
        <source>Enviada, esperando confirmación. No la ingrese de nuevo.</source>
        <translation>Sent, waiting for confirmation. Do not enter it again.</translation>
    </message>
    <message>
        <source>Recibida</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>No aceptada: {0}</source>
        <translation>Not accepted: {0}</translation>
    </message>
    <message>
        <source>No aceptada</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Requiere su atención. {0}</source>
        <translation>Needs your attention. {0}</translation>
    </message>
    <message>
        <source>Requiere su atención</source>
        <translation>Needs your attention</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Anulada. No se envió.</source>
        <translation>Cancelled. It was not sent.</translation>
    </message>
    <message>
        <source>Depende de otro envío que no llegó a destino.</source>
        <translation>It depends on another submission that came to nothing.</translation>
    </message>
    <message>
        <source>El servidor falló varias veces con este envío. Reintente más tarde o exporte el comprobante.</source>
        <translation>The server failed several times with this submission. Try again later or export the receipt.</translation>
    </message>
    <message>
        <source>El servidor ya tiene otro envío con esta identificación.</source>
        <translation>The server already has another submission with this identification.</translation>
    </message>
    <message>
        <source>El servidor no pudo leer este envío. Actualice la aplicación.</source>
        <translation>The server could not read this submission. Update the app.</translation>
    </message>
    <message>
        <source>El servidor respondió algo que esta versión no entiende. Actualice la aplicación.</source>
        <translation>The server answered something that this version does not understand. Update the app.</translation>
    </message>
    <message>
        <source>El servidor no acepta archivos de este tipo. Elija otra foto.</source>
        <translation>The server does not take files of this type. Choose another photo.</translation>
    </message>
    <message>
        <source>La foto llegó dañada al servidor. Reintente.</source>
        <translation>The photo reached the server damaged. Try again.</translation>
    </message>
    <message>
        <source>El envío es demasiado grande. Elija una foto más chica.</source>
        <translation>The submission is too large. Choose a smaller photo.</translation>
    </message>
    <message>
        <source>Su usuario ya no puede operar sobre este contrato.</source>
        <translation>Your user may no longer act on this contract.</translation>
    </message>
    <message>
        <source>El servidor no reconoce este envío para su usuario.</source>
        <translation>The server does not know this submission for your user.</translation>
    </message>
    <message>
        <source>El período cierra el {0} a las {1}.</source>
        <translation>The period closes on {0} at {1}.</translation>
    </message>
    <message>
        <source>El período cerró el {0} a las {1}.</source>
        <translation>The period closed on {0} at {1}.</translation>
    </message>
    <message>
        <source>El sistema perdió la llave de los envíos guardados y no se pueden leer. Revise si alguno falta; el archivo se conservó como {0}.</source>
        <translation>The system lost the key to the submissions kept here and they cannot be read. Check whether any is missing; the file was kept as {0}.</translation>
    </message>
    <message numerus="yes">
        <source>El archivo de envíos estaba dañado y se recuperaron %n envíos de su copia.</source>
        <translation>
            <numerusform>The file of submissions was damaged; %n submission was recovered from its copy.</numerusform>
            <numerusform>The file of submissions was damaged; %n submissions were recovered from its copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>El estado de %n se comprueba con el servidor.</source>
        <translation>
            <numerusform>The state of %n is being checked with the server.</numerusform>
            <numerusform>The state of %n is being checked with the server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recibida {0}, N° {1}.</source>
        <translation>Received {0}, no. {1}.</translation>
    </message>
</context>
<context>
    <name>Submissions</name>
    <message>
        <source>Envío</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>Lectura del medidor</source>
        <translation>Meter reading</translation>
    </message>
    <message>
        <source>Solicitud de acuerdo de pago</source>
        <translation>Request of a payment agreement</translation>
    </message>
    <message>
        <source>Mensaje sobre un trámite</source>
        <translation>Message about a matter</translation>
    </message>
    <message>
        <source>Reclamación</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Nombre de un contrato</source>
        <translation>Name of a contract</translation>
    </message>
    <message>
        <source>Envío de la factura</source>
        <translation>How the invoice is sent</translation>
    </message>
    <message>
        <source>Cambio de titular</source>
        <translation>Change of holder</translation>
    </message>
    <message>
        <source>Pregunta</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Reconexión</source>
        <translation>Reconnection</translation>
    </message>
    <message>
        <source>Documentación de una solicitud</source>
        <translation>Documents of a request</translation>
    </message>
</context>
<context>
    <name>SupplyForm</name>
    <message>
        <source>Recuperamos lo que estaba completando ({0}).</source>
        <translation>What you were filling in is here again ({0}).</translation>
    </message>
</context>
<context>
    <name>SupplyPanel</name>
    <message>
        <source>Dar mi conformidad</source>
        <translation>Give my agreement</translation>
    </message>
    <message>
        <source>Enviar documentos</source>
        <translation>Send documents</translation>
    </message>
    <message>
        <source>Elegir otro horario</source>
        <translation>Choose another time</translation>
    </message>
    <message>
        <source>Anular solicitud</source>
        <translation>Cancel request</translation>
    </message>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>No enviar</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <source>Ver en Pendientes de envío</source>
        <translation>See in Waiting to be sent</translation>
    </message>
    <message>
        <source>Constancia</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Detalle de la solicitud</source>
        <translation>The request in detail</translation>
    </message>
    <message>
        <source>Documentación</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Historia</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>SupplyPaper</name>
    <message>
        <source>N° {0}</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>Constancia de solicitud</source>
        <translation>Certificate of the request</translation>
    </message>
    <message>
        <source>Constancia {0}.pdf</source>
        <translation>Certificate {0}.pdf</translation>
    </message>
</context>
<context>
    <name>SupplyRequestsPage</name>
    <message>
        <source>Reconexión</source>
        <translation>Reconnection</translation>
    </message>
    <message>
        <source>Solicitar reconexión</source>
        <translation>Request reconnection</translation>
    </message>
    <message>
        <source>Enviar documentos</source>
        <translation>Send documents</translation>
    </message>
    <message>
        <source>Otra visita</source>
        <translation>Another visit</translation>
    </message>
    <message>
        <source>Pedir otra visita</source>
        <translation>Ask for another visit</translation>
    </message>
</context>
<context>
    <name>SupplyRequestsViewModel</name>
    <message>
        <source>Recibimos su conformidad.</source>
        <translation>We received your agreement.</translation>
    </message>
    <message>
        <source>La solicitud {0} quedó anulada.</source>
        <translation>Request {0} was cancelled.</translation>
    </message>
    <message>
        <source>Los documentos se envían en cuanto haya conexión.</source>
        <translation>The documents are sent as soon as there is a connection.</translation>
    </message>
    <message>
        <source>Vamos a programar otra visita.</source>
        <translation>We will plan another visit.</translation>
    </message>
    <message>
        <source>Contrato con suministro cortado desde {0}.</source>
        <translation>Contract whose supply was cut on {0}.</translation>
    </message>
    <message>
        <source>No se pudo hacer: {0}</source>
        <translation>It could not be done: {0}</translation>
    </message>
</context>
<context>
    <name>SupplyRows</name>
    <message>
        <source>Guardada en este equipo, todavía NO enviada. No tiene número aún.</source>
        <translation>Kept on this computer, NOT sent yet. It has no number yet.</translation>
    </message>
    <message>
        <source>Completada el</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>Datos</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Trámite</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Sin número todavía</source>
        <translation>No number yet</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Próximo paso</source>
        <translation>Next step</translation>
    </message>
</context>
<context>
    <name>SupplyTelling</name>
    <message>
        <source>Reconexión programada para el {0} entre {1} y {2}. Debe haber un mayor de edad.</source>
        <translation>Reconnection planned for {0} between {1} and {2}. An adult must be there.</translation>
    </message>
    <message>
        <source>No pudimos ejecutarla: {0}. Elija otro horario.</source>
        <translation>We could not carry it out: {0}. Choose another time.</translation>
    </message>
    <message>
        <source>Pague el cargo de reconexión de {0} para que programemos la visita.</source>
        <translation>Pay the reconnection charge of {0} so that we can plan the visit.</translation>
    </message>
    <message>
        <source>Vamos a programar la visita antes del {0}.</source>
        <translation>We will plan the visit before {0}.</translation>
    </message>
    <message>
        <source>Estamos revisando el certificado. Después programamos la visita.</source>
        <translation>We are reviewing the certificate. Then we plan the visit.</translation>
    </message>
    <message>
        <source>La cuadrilla está en el domicilio.</source>
        <translation>The crew is at the address.</translation>
    </message>
    <message>
        <source>El suministro se reconectó el {0}.</source>
        <translation>Supply was reconnected on {0}.</translation>
    </message>
    <message>
        <source>Falta la conformidad del titular actual, hasta el {1}.</source>
        <translation>The current holder&apos;s agreement is missing, until {1}.</translation>
    </message>
    <message>
        <source>Falta la conformidad del titular actual; le enviamos un correo a {0}. Puede darla hasta el {1}.</source>
        <translation>The current holder&apos;s agreement is missing; we sent an e-mail to {0}. It can be given until {1}.</translation>
    </message>
    <message>
        <source>Estamos revisando la documentación. Le informaremos por correo cuando sea efectiva.</source>
        <translation>We are reviewing the documents. We will tell you by e-mail when it is effective.</translation>
    </message>
    <message>
        <source>Aprobada. El cambio será efectivo el {0}.</source>
        <translation>Approved. The change is effective on {0}.</translation>
    </message>
    <message>
        <source>El cambio es efectivo desde el {0}. Usted conserva sus facturas y lecturas; el nuevo titular recibió por correo el número de su contrato.</source>
        <translation>The change is effective since {0}. You keep your invoices and readings; the new holder got the number of their contract by e-mail.</translation>
    </message>
    <message>
        <source>Documentación observada: {0}. Tiene hasta el {1}.</source>
        <translation>Documents to be corrected: {0}. You have until {1}.</translation>
    </message>
    <message>
        <source>La empresa no la aprobó: {0}</source>
        <translation>The utility did not approve it: {0}</translation>
    </message>
    <message>
        <source>Venció sin completarse. Puede iniciar otra.</source>
        <translation>It expired without being completed. You can start another.</translation>
    </message>
    <message>
        <source>Usted la anuló. Puede iniciar otra.</source>
        <translation>You cancelled it. You can start another.</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Pedida el</source>
        <translation>Requested on</translation>
    </message>
    <message>
        <source>Motivo del corte</source>
        <translation>Reason of the cut</translation>
    </message>
    <message>
        <source>Cargo de reconexión</source>
        <translation>Reconnection charge</translation>
    </message>
    <message>
        <source>Contacto</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Teléfono</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Horario preferido</source>
        <translation>Preferred time</translation>
    </message>
    <message>
        <source>Visita</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Visitas hechas</source>
        <translation>Visits made</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nuevo titular</source>
        <translation>New holder</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Correo</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Vigente desde</source>
        <translation>In force since</translation>
    </message>
    <message>
        <source>Lectura de entrega</source>
        <translation>Hand-over reading</translation>
    </message>
    <message>
        <source>Conformidad</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>No hace falta para este motivo</source>
        <translation>Not needed for this reason</translation>
    </message>
    <message>
        <source>No se dio</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>Pendiente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>{0}, por correo</source>
        <translation>{0}, by e-mail</translation>
    </message>
    <message>
        <source>{0}, en la Oficina Virtual</source>
        <translation>{0}, in the Virtual Office</translation>
    </message>
    <message>
        <source>{0}, en una oficina</source>
        <translation>{0}, at an office</translation>
    </message>
    <message>
        <source>de {0} a {1}</source>
        <translation>from {0} to {1}</translation>
    </message>
</context>
<context>
    <name>SupplyWords</name>
    <message>
        <source>Reconexión</source>
        <translation>Reconnection</translation>
    </message>
    <message>
        <source>Cambio de titular</source>
        <translation>Change of holder</translation>
    </message>
    <message>
        <source>Ingresada</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Pendiente de pago</source>
        <translation>Waiting for payment</translation>
    </message>
    <message>
        <source>En verificación</source>
        <translation>Being verified</translation>
    </message>
    <message>
        <source>Programada</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>En ejecución</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Ejecutada</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Visita fallida</source>
        <translation>Visit failed</translation>
    </message>
    <message>
        <source>Falta la conformidad</source>
        <translation>Agreement missing</translation>
    </message>
    <message>
        <source>Observada</source>
        <translation>To be corrected</translation>
    </message>
    <message>
        <source>Aprobada</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Efectiva</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>Rechazada</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Vencida</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Cerrada</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Falta</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>En revisión</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Aceptado</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Observado</source>
        <translation>To be corrected</translation>
    </message>
    <message>
        <source>Falta de pago</source>
        <translation>Non-payment</translation>
    </message>
    <message>
        <source>A pedido del titular</source>
        <translation>At the holder&apos;s request</translation>
    </message>
    <message>
        <source>Fuga o seguridad</source>
        <translation>Leak or safety</translation>
    </message>
    <message>
        <source>Irregularidad en el suministro</source>
        <translation>Irregular supply</translation>
    </message>
    <message>
        <source>Instalación no apta</source>
        <translation>Unfit installation</translation>
    </message>
    <message>
        <source>Inmueble cerrado</source>
        <translation>Closed premises</translation>
    </message>
    <message>
        <source>no había nadie en el domicilio</source>
        <translation>nobody was at home</translation>
    </message>
    <message>
        <source>no se pudo llegar al medidor</source>
        <translation>the meter could not be reached</translation>
    </message>
    <message>
        <source>no se encontró el domicilio</source>
        <translation>the address was not found</translation>
    </message>
    <message>
        <source>el inmueble está deshabitado</source>
        <translation>the property is uninhabited</translation>
    </message>
    <message>
        <source>la instalación no está en condiciones</source>
        <translation>the installation is not in order</translation>
    </message>
    <message>
        <source>otro motivo</source>
        <translation>another reason</translation>
    </message>
    <message>
        <source>{0}, se paga antes de la visita</source>
        <translation>{0}, to be paid before the visit</translation>
    </message>
    <message>
        <source>{0}, pagado</source>
        <translation>{0}, paid</translation>
    </message>
    <message>
        <source>{0}, en su próxima factura</source>
        <translation>{0}, on your next invoice</translation>
    </message>
    <message>
        <source>{0}, cargado en su cuenta</source>
        <translation>{0}, charged to your account</translation>
    </message>
    <message>
        <source>Para solicitar la reconexión debe regularizar la deuda de {0}.</source>
        <translation>To request reconnection you must settle the debt of {0}.</translation>
    </message>
    <message>
        <source>El contrato registra deuda vencida por {0}. Regularícela para cambiar el titular.</source>
        <translation>The contract has an overdue debt of {0}. Settle it to change the holder.</translation>
    </message>
    <message>
        <source>Ya tiene una reconexión en curso (N° {0}).</source>
        <translation>You already have a reconnection under way (no. {0}).</translation>
    </message>
    <message>
        <source>Ya tiene un cambio de titular en curso (N° {0}).</source>
        <translation>You already have a change of holder under way (no. {0}).</translation>
    </message>
    <message>
        <source>La empresa no toma este trámite por acá. Preséntese en una oficina.</source>
        <translation>The utility does not take this request here. Go to an office.</translation>
    </message>
    <message>
        <source>Su usuario puede consultar este contrato, pero no pedir trámites.</source>
        <translation>Your user can view this contract, but not make requests.</translation>
    </message>
    <message>
        <source>El contrato está dado de baja. Para tener el servicio solicite un contrato nuevo.</source>
        <translation>The contract has ended. To have supply request a new contract.</translation>
    </message>
    <message>
        <source>El contrato todavía no está activo. Consulte en una oficina.</source>
        <translation>The contract is not active yet. Ask at an office.</translation>
    </message>
    <message>
        <source>El suministro está cortado. Solicite primero la reconexión.</source>
        <translation>Supply is cut. Request reconnection first.</translation>
    </message>
    <message>
        <source>El contrato no registra corte de suministro.</source>
        <translation>The contract&apos;s supply is not cut.</translation>
    </message>
    <message>
        <source>Hay un expediente abierto por este suministro. Preséntese en una oficina.</source>
        <translation>There is an open case about this supply. Go to an office.</translation>
    </message>
    <message>
        <source>Por el motivo del corte, la reconexión se gestiona en una oficina.</source>
        <translation>Because of the reason of the cut, reconnection is handled at an office.</translation>
    </message>
    <message>
        <source>Ya tiene una solicitud guardada en este equipo, todavía NO enviada.</source>
        <translation>You already have a request kept on this computer, NOT sent yet.</translation>
    </message>
    <message>
        <source>el contrato registra deuda vencida por {0}.</source>
        <translation>the contract has an overdue debt of {0}.</translation>
    </message>
    <message>
        <source>ya hay una solicitud en curso (N° {0}).</source>
        <translation>a request is already under way (no. {0}).</translation>
    </message>
    <message>
        <source>elija un día entre el {0} y el {1}.</source>
        <translation>choose a day between {0} and {1}.</translation>
    </message>
    <message>
        <source>motivo {0}.</source>
        <translation>reason {0}.</translation>
    </message>
    <message>
        <source>la empresa no toma este trámite por acá.</source>
        <translation>the utility does not take this request here.</translation>
    </message>
    <message>
        <source>el contrato está dado de baja.</source>
        <translation>the contract has ended.</translation>
    </message>
    <message>
        <source>el contrato todavía no está activo.</source>
        <translation>the contract is not active yet.</translation>
    </message>
    <message>
        <source>el suministro está cortado: solicite primero la reconexión.</source>
        <translation>supply is cut: request reconnection first.</translation>
    </message>
    <message>
        <source>el contrato no registra corte de suministro.</source>
        <translation>the contract&apos;s supply is not cut.</translation>
    </message>
    <message>
        <source>hay un expediente abierto por este suministro.</source>
        <translation>there is an open case about this supply.</translation>
    </message>
    <message>
        <source>este trámite se hace en una oficina.</source>
        <translation>this is done at an office.</translation>
    </message>
    <message>
        <source>falta el número del instalador matriculado.</source>
        <translation>the number of the registered fitter is missing.</translation>
    </message>
    <message>
        <source>falta un documento obligatorio.</source>
        <translation>a mandatory document is missing.</translation>
    </message>
    <message>
        <source>el horario elegido ya no se ofrece.</source>
        <translation>the chosen time is no longer offered.</translation>
    </message>
    <message>
        <source>falta aceptar la declaración.</source>
        <translation>the declaration has to be accepted.</translation>
    </message>
    <message>
        <source>el motivo elegido ya no se ofrece.</source>
        <translation>the chosen reason is no longer offered.</translation>
    </message>
    <message>
        <source>el vínculo elegido ya no se ofrece.</source>
        <translation>the chosen relation is no longer offered.</translation>
    </message>
    <message>
        <source>el tipo de documento no corresponde al nuevo titular.</source>
        <translation>the document type does not fit the new holder.</translation>
    </message>
    <message>
        <source>el número de documento no es válido para el tipo seleccionado.</source>
        <translation>the document number is not valid for the chosen type.</translation>
    </message>
    <message>
        <source>el documento del nuevo titular no puede ser igual al del actual.</source>
        <translation>the new holder&apos;s document cannot be the same as the current one&apos;s.</translation>
    </message>
    <message>
        <source>falta el representante de la empresa.</source>
        <translation>the company&apos;s representative is missing.</translation>
    </message>
    <message>
        <source>falta la lectura de la entrega.</source>
        <translation>the hand-over reading is missing.</translation>
    </message>
    <message>
        <source>la fecha de la lectura no es posible.</source>
        <translation>the date of the reading is not possible.</translation>
    </message>
    <message>
        <source>la lectura es menor que la anterior: adjunte una foto del medidor.</source>
        <translation>the reading is lower than the one before: attach a photo of the meter.</translation>
    </message>
    <message>
        <source>las condiciones cambiaron: léalas y envíe de nuevo.</source>
        <translation>the conditions changed: read them and send again.</translation>
    </message>
    <message>
        <source>la solicitud ya no espera documentos.</source>
        <translation>the request no longer waits for documents.</translation>
    </message>
    <message>
        <source>uno de los documentos ya estaba aceptado.</source>
        <translation>one of the documents had already been accepted.</translation>
    </message>
    <message>
        <source>venció el plazo.</source>
        <translation>the time is over.</translation>
    </message>
    <message>
        <source>la solicitud cambió de estado.</source>
        <translation>the state of the request changed.</translation>
    </message>
    <message>
        <source>hay un dato con un formato que no se acepta.</source>
        <translation>one of the data has a form that is not accepted.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>datos al {0}</source>
        <translation>data of {0}</translation>
    </message>
    <message>
        <source>sin datos</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Sincronizando</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Datos viejos</source>
        <translation>Old data</translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No se pudo sincronizar</source>
        <translation>Could not sync</translation>
    </message>
    <message>
        <source>Sesión vencida</source>
        <translation>Session expired</translation>
    </message>
    <message>
        <source>Sin sincronizar</source>
        <translation>Not synced</translation>
    </message>
    <message>
        <source>verificado {0}</source>
        <translation>verified {0}</translation>
    </message>
    <message>
        <source>Ver envíos</source>
        <translation>See what was sent</translation>
    </message>
    <message>
        <source>Su sesión venció. Ingrese nuevamente; los datos guardados siguen acá.</source>
        <translation>Your session has expired. Sign in again; the data kept are still here.</translation>
    </message>
    <message>
        <source>Ingresar</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Sin conexión. Está mostrando datos guardados al {0}.</source>
        <translation>Offline. You are seeing data kept on {0}.</translation>
    </message>
    <message>
        <source>Este equipo no ofrece un llavero: los datos se borran al cerrar la aplicación y habrá que ingresar de nuevo.</source>
        <translation>This computer has no keyring: the data are deleted when the app is closed, and you will have to sign in again.</translation>
    </message>
    <message>
        <source>Más información</source>
        <translation>More information</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Copiar</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copiar con títulos</source>
        <translation>Copy with titles</translation>
    </message>
    <message>
        <source>Elegir o soltar todas</source>
        <translation>Choose or release all</translation>
    </message>
    <message>
        <source>Ordenar por</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>Restablecer columnas</source>
        <translation>Reset columns</translation>
    </message>
</context>
<context>
    <name>TextControl</name>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Oficina Virtual</source>
        <translation>Virtual Office</translation>
    </message>
    <message>
        <source>Oficina Virtual: {0} avisos sin leer</source>
        <translation>Virtual Office: {0} unread notices</translation>
    </message>
    <message>
        <source>Tiene {0} avisos nuevos</source>
        <translation>You have {0} new notices</translation>
    </message>
    <message>
        <source>Ábralo en la Oficina Virtual.</source>
        <translation>Open it in the Virtual Office.</translation>
    </message>
    <message>
        <source>Abrir la Oficina Virtual</source>
        <translation>Open the Virtual Office</translation>
    </message>
    <message>
        <source>Ver avisos</source>
        <translation>See notices</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Anular</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ver pendientes de envío</source>
        <translation>See what waits to be sent</translation>
    </message>
</context>
<context>
    <name>WizardFace</name>
    <message>
        <source>Cambio de Titular</source>
        <translation>Change of Holder</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Atrás</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Enviar solicitud</source>
        <translation>Send request</translation>
    </message>
</context>
<context>
    <name>_Broken</name>
    <message>
        <source>No se pudo abrir «{0}».</source>
        <translation>“{0}” could not be opened.</translation>
    </message>
    <message>
        <source>Las demás páginas siguen funcionando. El detalle ayuda a quien lo corrija.</source>
        <translation>The other pages go on working. The details help whoever mends it.</translation>
    </message>
    <message>
        <source>Copiar detalle</source>
        <translation>Copy details</translation>
    </message>
</context>
<context>
    <name>_Done</name>
    <message>
        <source>Revise su correo</source>
        <translation>Check your e-mail</translation>
    </message>
    <message>
        <source>Ver el correo de la demostración</source>
        <translation>See the demonstration&apos;s mail</translation>
    </message>
    <message>
        <source>Ir a ingresar</source>
        <translation>Go to sign-in</translation>
    </message>
    <message>
        <source>Corregir los datos</source>
        <translation>Correct the data</translation>
    </message>
    <message>
        <source>Le enviamos un correo a {0}. Si los datos coinciden con los nuestros, trae un enlace: confirme su registro antes del {1} a las {2}. Revise también el correo no deseado.</source>
        <translation>We sent an e-mail to {0}. If the data match ours, it has a link: confirm your registration before {1} at {2}. Look in the spam folder too.</translation>
    </message>
</context>
<context>
    <name>_Sure</name>
    <message>
        <source>Se perderá lo que ingresó. Para confirmar escriba {0}.</source>
        <translation>What you entered will be lost. To confirm, type {0}.</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Conservar</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>No, todavía no</source>
        <translation>No, not yet</translation>
    </message>
    <message>
        <source>Con su conformidad, el contrato pasa al nuevo titular. No se puede deshacer.</source>
        <translation>With your agreement the contract goes over to the new holder. This cannot be undone.</translation>
    </message>
    <message>
        <source>¿Anular la solicitud? Si la necesita después, deberá iniciar otra.</source>
        <translation>Cancel the request? If you need it later, you will have to start another one.</translation>
    </message>
    <message>
        <source>Sí, conforme</source>
        <translation>Yes, I agree</translation>
    </message>
    <message>
        <source>Sí, anularla</source>
        <translation>Yes, cancel it</translation>
    </message>
</context>
</TS>
