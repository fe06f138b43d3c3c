/** Every sentence of the invitation that the page itself says; the e-mail is a template. */

export const invitationWords = {
  address: "Address of the form",
  addressHint: "As people reach it from their own devices. Change it if this is not the way.",
  ofFile:
    "This page was opened as a file. Write the address under which people will find the form.",
  mailTitle: "The e-mail",
  mailLabel: "Text of the e-mail",
  posterTitle: "The poster",
  noAddress: "A poster needs the address of a host. Write it into the field above.",
  print: "Print the poster",
  picture: "QR picture of the form’s address",
};
